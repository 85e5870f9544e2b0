/**
 * Lists in a cell: one entry a line, its parts divided by ` | `, each part `key=value`; the first values may stand without
 * their key. A backslash goes before what would be read otherwise, so that every text comes back as it was.
 */
import { CellProblem } from './cell-problem.ts';

/** Parts in order; a key may come more than once. A part with an empty value is left out. */
export type Entry = readonly (readonly [key: string, value: string | number | null])[];

/** `main`: the key that may be left out. */
export function writeEntries(entries: readonly Entry[], main: string): string {
  return entries.map((entry) => writeEntry(entry, main)).join('\n');
}

function writeEntry(entry: Entry, main: string): string {
  const parts = entry.flatMap(([key, value]) => {
    if (value === null || value === '') return [];
    const text = escaped(String(value));
    return [key === main ? text : `${escaped(key)}=${text}`];
  });
  // An entry of nothing still is one.
  return parts.length === 0 ? `${main}=` : parts.join(' | ');
}

const signs: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\\': '\\\\', '|': '\\|', '=': '\\=' };

/** White space at either end would be trimmed away, so it is written as a sign. */
function escaped(text: string): string {
  return text
    .replace(/[\n\r\\|=]/g, (sign) => signs[sign] ?? sign)
    .replace(/^ | $/g, '\\s')
    .replace(
      /^[\t\u00a0\ufeff\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]|[\t\u00a0\ufeff\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|(.))/gs, (_, code: string | undefined, sign: string) => {
    if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
    return sign === 'n' ? '\n' : sign === 'r' ? '\r' : sign === 's' ? ' ' : sign;
  });
}

/**
 * The entries of a cell, each as the values of its keys. `keys`: those that are known; one ending in `:` stands for all
 * that begin so.
 * @throws CellProblem for a part without a key after one that has one, and for a key nobody knows
 */
export function readEntries(text: string, main: string, keys: readonly string[]): Map<string, string[]>[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => readEntry(line, main, keys));
}

function readEntry(line: string, main: string, keys: readonly string[]): Map<string, string[]> {
  const entry = new Map<string, string[]>();
  let mayBeBare = true;
  for (const part of split(line, '|')) {
    const [first = '', ...rest] = split(part, '=');
    const isBare = rest.length === 0;
    if (isBare && !mayBeBare) throw new CellProblem('entry', { entry: line.slice(0, 120), part: part.trim().slice(0, 60) });
    mayBeBare = isBare;
    const key = isBare ? main : unescaped(first.trim());
    if (!isKnown(key, main, keys)) throw new CellProblem('entry-key', { key: key.slice(0, 60), known: [main, ...keys].join(', ') });
    const value = unescaped((isBare ? first : rest.join('=')).trim());
    entry.set(key, [...(entry.get(key) ?? []), value]);
  }
  return entry;
}

const isKnown = (key: string, main: string, keys: readonly string[]) =>
  key === main || keys.some((known) => known === key || known === '*' || (known.endsWith(':') && key.startsWith(known)));

/** At each `sign` that no backslash stands before. */
function split(text: string, sign: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '\\') part += letter + text.charAt((at += 1));
    else if (letter === sign) {
      parts.push(part);
      part = '';
    } else part += letter;
  }
  return [...parts, part];
}
