import type Database from 'better-sqlite3';

/** Puts the words of every entry into the index that acts are looked up by, where entries went in with triggers off; as migration 0210 does. */
export function indexJournal(raw: Database.Database): void {
  const isThere = raw.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'searchJournal'").get() !== undefined;
  if (!isThere) return; // An older layout; migration 0210 fills it.
  raw.exec(`INSERT INTO searchJournal (rowid, words) SELECT seq, actor || ' ' || subject || ' ' || coalesce(
      (SELECT group_concat(substr(atom, 1, 2000), ' ') FROM json_tree(journal.payload)
        WHERE type = 'text' AND length(atom) > 0 AND NOT (length(atom) IN (32, 36, 40, 64, 88) AND instr(atom, ' ') = 0)), '')
    FROM journal`);
}
