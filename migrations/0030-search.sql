-- Full-text search over items, passages and claims. Words are folded to lower case without diacritics (unicode61),
-- which also serves Arabic vowel marks. One row a thing; rewritten in the transaction that changes the thing.
CREATE VIRTUAL TABLE searchIndex USING fts5 (
  kind UNINDEXED,
  id UNINDEXED,
  title,
  body,
  tokenize = 'unicode61 remove_diacritics 2'
);
-- FTS5 cannot look a row up by an unindexed column without a scan.
CREATE TABLE searchRow (
  kind     TEXT NOT NULL CHECK (kind IN ('item','passage','claim')),
  id       TEXT NOT NULL,
  indexRow INTEGER NOT NULL UNIQUE,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
