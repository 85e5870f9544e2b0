/** The head of a CSV table: which delimiter it has, and which known column each of its columns is. */
import { HoldfastError } from '#shared/errors.ts';
import type { ColumnSet, TableKind } from '#shared/model/tables.ts';
import { columnNamed, columnsOf, neededColumns, type AnyColumn } from './columns/column-sets.ts';
import { withoutGuard } from './formula-cells.ts';

export type HeadOptions = { path: string; of: TableKind; columns: ColumnSet; mapping: Readonly<Record<string, string>> };

const delimiters = [',', ';', '\t', '|'] as const;

/** The delimiter under which most of the head is known; a comma when none is better. */
export function delimiterOf(text: string, { of, columns, mapping }: HeadOptions): string {
  const head = /^(?:[^"\r\n]|"[^"]*")*/.exec(text)?.[0] ?? '';
  const known = (delimiter: string) =>
    head.split(delimiter).filter((cell) => {
      const name = cell.trim().replace(/^"|"$/g, '');
      return name in mapping || columnNamed(of, columns, name) !== null;
    }).length;
  const score = (delimiter: string) => known(delimiter) * 1000 + head.split(delimiter).length;
  return delimiters.reduce<string>((best, one) => (score(one) > score(best) ? one : best), ',');
}

/**
 * The columns of a head in its order; null for one that is left out by the mapping.
 * @throws HoldfastError table-columns naming every unknown column with the nearest known ones, and what is missing or twice
 */
export function headColumns(cells: readonly string[], options: HeadOptions): (AnyColumn | null)[] {
  const { path, of, columns: set, mapping } = options;
  const names = cells.map((cell) => withoutGuard(cell).trim());
  const strangers: string[] = [];
  const found = names.map((name) => {
    const meant = Object.hasOwn(mapping, name) ? (mapping[name] ?? '') : name;
    if (meant === '') return null;
    const column = columnNamed(of, set, meant);
    if (column === null) strangers.push(name);
    return column;
  });
  const known = found.flatMap((column) => (column === null ? [] : [column.name]));
  const twice = known.filter((name, at) => known.indexOf(name) !== at);
  const missing = neededColumns(of, set).filter((name) => !known.includes(name));
  const unnamed = names.filter((name, at) => name === '' && at < names.length).length;
  const unmapped = Object.keys(mapping).filter((name) => !names.includes(name));
  const problems = [
    ...(strangers.length === 0 ? [] : [`nobody knows ${strangers.map((name) => nearestWords(name, of, set)).join(', ')}`]),
    ...(unnamed === 0 ? [] : [`${unnamed === 1 ? 'a column has' : `${unnamed} columns have`} no name`]),
    ...(twice.length === 0 ? [] : [`${[...new Set(twice)].map(quoted).join(', ')} stands there more than once`]),
    ...(missing.length === 0 ? [] : [`${missing.map(quoted).join(', ')} is missing`]),
    ...(unmapped.length === 0 ? [] : [`it has no column ${unmapped.map(quoted).join(', ')}, which was said to be another`]),
  ];
  if (problems.length > 0)
    throw new HoldfastError('table-columns', { path, problem: problems.join('; '), unknown: strangers.join('\n'), missing: missing.join('\n'), known: knownNames(of, set).join('\n'), instead: '' }); // prettier-ignore
  return found;
}

const knownNames = (of: TableKind, set: ColumnSet) => columnsOf(of, set, { quantities: 1, fields: [] }).map(({ name }) => name);

const quoted = (name: string) => `“${name.slice(0, 80)}”`;

function nearestWords(name: string, of: TableKind, set: ColumnSet): string {
  const known = knownNames(of, set);
  const near = known
    .map((one) => ({ one, steps: distance(name.toLowerCase(), one.toLowerCase()) }))
    .filter(({ one, steps }) => steps <= Math.max(2, Math.floor(one.length / 2)))
    .sort((a, b) => a.steps - b.steps)
    .slice(0, 2)
    .map(({ one }) => quoted(one));
  return near.length === 0 ? quoted(name) : `${quoted(name)} (nearest: ${near.join(', ')})`;
}

/** Levenshtein's distance of two short texts. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
