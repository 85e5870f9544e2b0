/** Is the database laid out as the migrations make it? A dropped trigger lets rows change that must not. */
import { makeFinding } from '#shared/finding-words.ts';
import type { Finding } from '#shared/model/proof.ts';
import { migrate, readMigrations } from '../db/migrate.ts';
import { openInMemory } from '../db/open-database.ts';
import type { CaseSnapshot } from './case-snapshot.ts';

type Part = { type: string; name: string; sql: string };

/** Tables, indexes, triggers and views by name; what SQLite makes for itself has no text of its own. */
const PARTS = `SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`;

/** Compares with a database made anew from the migrations in `folder`. One finding a missing, changed or added part. */
export function checkSchema({ raw }: Pick<CaseSnapshot, 'raw'>, folder: string): Finding[] {
  const expected = expectedParts(folder);
  const found = new Map((raw.prepare(PARTS).all() as Part[]).map((part) => [part.name, part]));
  const findings: Finding[] = [];
  for (const part of expected.values()) {
    const there = found.get(part.name);
    if (there === undefined) findings.push(changed(part, 'is gone'));
    else if (spaced(there.sql) !== spaced(part.sql)) findings.push(changed(part, 'was changed'));
  }
  for (const part of found.values()) if (!expected.has(part.name)) findings.push(changed(part, 'was added by something else'));
  return findings;
}

function expectedParts(folder: string): Map<string, Part> {
  const raw = openInMemory();
  try {
    migrate(raw, readMigrations(folder), () => {});
    return new Map((raw.prepare(PARTS).all() as Part[]).map((part) => [part.name, part]));
  } finally {
    raw.close();
  }
}

function changed({ type, name }: Part, problem: string): Finding {
  return makeFinding('schema-changed', name, { facts: { kind: type, problem } });
}

/** White space means nothing there, and may differ between versions of SQLite. */
function spaced(sql: string): string {
  return sql.replaceAll(/\s+/g, ' ');
}
