import type { ClaimGroup } from '#shared/model/claim-filter.ts';

/** A heading; `rest` where it stands for all groups beyond those that are listed. */
export type GroupHead = { key: string | null; label: string | null; count: number; isFolded: boolean; rest: number };
type At = { kind: 'group'; head: GroupHead } | { kind: 'claim'; offset: number };

export type GroupLayout = {
  /** Headings and claims that are not folded away. */
  rows: number;
  claims: number;
  at: (index: number) => At | null;
  /** Pages of claims, each once and in order, that the rows from `first` to `last` need. */
  pagesOf: (first: number, last: number, page: number) => number[];
};

/** A key of the set of folded groups. */
export const foldKey = ({ key, rest }: Pick<GroupHead, 'key' | 'rest'>): string => (rest > 0 ? 'rest of the groups' : JSON.stringify(key));

/** Where headings and claims stand in one list, given how many claims each group has; pure. */
export function layOutGroups(
  groups: readonly ClaimGroup[],
  rest: { groups: number; claims: number },
  folded: ReadonlySet<string>,
): GroupLayout {
  const heads: { head: GroupHead; row: number; from: number }[] = [];
  let [rows, claims] = [0, 0];
  const put = (group: ClaimGroup, of: number) => {
    const isFolded = folded.has(foldKey({ key: group.key, rest: of }));
    heads.push({ head: { ...group, isFolded, rest: of }, row: rows, from: claims });
    rows += 1 + (isFolded ? 0 : group.count);
    claims += group.count;
  };
  for (const group of groups) put(group, 0);
  if (rest.groups > 0) put({ key: null, label: null, count: rest.claims }, rest.groups);
  const at = (index: number): At | null => {
    const found = heads[lastAtOrBefore(heads, index)];
    if (found === undefined || index >= rows) return null;
    return index === found.row ? { kind: 'group', head: found.head } : { kind: 'claim', offset: found.from + index - found.row - 1 };
  };
  const pagesOf = (first: number, last: number, page: number): number[] => {
    const pages = new Set<number>();
    for (let index = first; index <= last; index += 1) {
      const here = at(index);
      if (here?.kind === 'claim') pages.add(Math.floor(here.offset / page));
    }
    return [...pages].sort((a, b) => a - b);
  };
  return { rows, claims, at, pagesOf };
}

function lastAtOrBefore(heads: readonly { row: number }[], index: number): number {
  let [low, high] = [0, heads.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((heads[middle]?.row ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}
