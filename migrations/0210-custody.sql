-- Who did what when: the journal looked through by person, by time and by words, without reading all of it.
CREATE INDEX journalActor ON journal (actor, seq);
CREATE INDEX journalAt ON journal (at, seq);

-- Words of what was recorded; hashes, ids and signatures are none. An index only: what verifies is the journal.
CREATE VIRTUAL TABLE journalWords USING fts5 (words, content = '', detail = 'none', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER journalWordsFill AFTER INSERT ON journal BEGIN
  INSERT INTO journalWords (rowid, words) VALUES (new.seq, new.actor || ' ' || new.subject || ' ' || coalesce(
    (SELECT group_concat(substr(atom, 1, 2000), ' ') FROM json_tree(new.payload)
      WHERE type = 'text' AND length(atom) > 0 AND NOT (length(atom) IN (32, 36, 40, 64, 88) AND instr(atom, ' ') = 0)), ''));
END;
INSERT INTO journalWords (rowid, words) SELECT seq, actor || ' ' || subject || ' ' || coalesce(
    (SELECT group_concat(substr(atom, 1, 2000), ' ') FROM json_tree(journal.payload)
      WHERE type = 'text' AND length(atom) > 0 AND NOT (length(atom) IN (32, 36, 40, 64, 88) AND instr(atom, ' ') = 0)), '')
  FROM journal;

-- What a person says of how an item came and what may be done with it; each saying is an act.
CREATE TABLE itemCustody (
  itemId          TEXT PRIMARY KEY REFERENCES item (id),
  acquiredFrom    TEXT NOT NULL,
  virtualIdentity TEXT NOT NULL,
  legalBasis      TEXT NOT NULL,
  collectorNote   TEXT NOT NULL,
  custodyNote     TEXT NOT NULL
) STRICT;
