import type Database from 'better-sqlite3';
import { parseEdtf } from '#shared/edtf.ts';

/**
 * `edtfFrom(text)` and `edtfTo(text)`: the earliest and latest moment an EDTF date may mean, in milliseconds since 1970
 * UTC, for migrations to fill columns with. NULL for what is no such date. Never in a trigger or an index: the schema
 * must open without this program.
 */
export function addEdtfFunctions(raw: Database.Database): void {
  const options = { deterministic: true, directOnly: true };
  raw.function('edtfFrom', options, (text: unknown) => edtfBounds(text).from);
  raw.function('edtfTo', options, (text: unknown) => edtfBounds(text).to);
}

/** The bounds as columns hold them: an end that is open or unknown is infinite; what is no date has none. */
export function edtfBounds(text: unknown): { from: number | null; to: number | null } {
  const bounds = typeof text === 'string' ? parseEdtf(text) : null;
  if (bounds === null) return { from: null, to: null };
  return { from: known(bounds.min) ? bounds.min : -Infinity, to: known(bounds.max) ? bounds.max : Infinity };
}

/** The library answers null for an end that is unknown. */
const known = (moment: number | null) => typeof moment === 'number' && !Number.isNaN(moment);
