import { formsOf } from './fold-word.ts';

/** One thing to look for: a word or a quoted phrase. `isOpen` words may be the beginning of a longer one. */
export type Wanted = { words: string; isOpen: boolean };

/** At most this many are looked for; the rest of a long paste adds nothing but time. */
const MOST = 32;

/** Reads what a person typed: words, and phrases in quotes. What holds no letter or digit is left out. */
export function readWanted(typed: string): Wanted[] {
  const found: Wanted[] = [];
  for (const [whole, phrase] of typed.replaceAll('\0', ' ').matchAll(/"([^"]*)"|[^\s"]+/gu)) {
    const words = phrase ?? whole;
    if (/[\p{L}\p{N}]/u.test(words)) found.push({ words, isOpen: false });
  }
  const last = found.at(-1);
  if (last !== undefined && /[\p{L}\p{N}\p{M}]$/u.test(typed)) last.isOpen = true;
  return found.slice(0, MOST);
}

/**
 * The FTS5 query for them, all of which must stand in one place; null when nothing is left to look for. Every string
 * is quoted, so nothing typed can act as query syntax (sqlite.org/fts5.html, section 3.1).
 */
export function matchExpression(wanted: readonly Wanted[]): string | null {
  if (wanted.length === 0) return null;
  return wanted.map(oneOf).join(' AND ');
}

function oneOf({ words, isOpen }: Wanted): string {
  const end = isOpen ? ' *' : '';
  const each = words.split(/\s+/u).map(formsOf);
  // A word with its article also finds the bare word; both are kept by the index.
  const folded = [each.map((forms) => forms[0]).join(' '), each.map((forms) => forms.at(-1)).join(' ')];
  const forms = new Set([words, ...folded.filter((form) => form !== words.toLowerCase())]);
  return `(${[...forms].map((form) => `"${form.replaceAll('"', '""')}"${end}`).join(' OR ')})`;
}
