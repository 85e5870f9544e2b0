/** How the claims are looked at in this window: kept while the case is open, so that a page and back loses nothing. Saved views keep it in the case. */
import { create } from 'zustand';
import type { ClaimFilter, ClaimGrouping, ClaimSort } from '#shared/model/claim-filter.ts';
import type { ClaimView, KeptView } from '#shared/model/claim-views.ts';

/** Rows marked one by one, or everything that fits but for some. */
export type Marks = { kind: 'some'; ids: ReadonlySet<string> } | { kind: 'all'; but: ReadonlySet<string> };

export type TableState = Pick<ClaimView, 'filter' | 'sort' | 'groupBy' | 'columns'> & {
  caseId: string | null;
  /** The saved view this began as. */
  view: KeptView | null;
  marks: Marks;
  /** Keys of groups that are folded; null is written as "". */
  folded: ReadonlySet<string>;
};

export const firstColumns = ['sentence', 'speaker', 'said', 'place', 'incident', 'evidence'];
const noMarks: Marks = { kind: 'some', ids: new Set() };
const start: TableState = {
  caseId: null,
  filter: {},
  sort: { by: 'created', direction: 'descending' },
  groupBy: null,
  columns: firstColumns,
  view: null,
  marks: noMarks,
  folded: new Set(),
};

export const useTableState = create<TableState>(() => start);
const { setState: set, getState: get } = useTableState;

/** Begins anew in another case. */
export function lookAtCase(caseId: string): void {
  if (get().caseId !== caseId) set({ ...start, caseId });
}

/** Another filter finds other claims, so that what was marked is let go. */
export function setFilter(filter: ClaimFilter): void {
  set({ filter: given(filter), marks: noMarks });
}

export function setGroupBy(groupBy: ClaimGrouping | null): void {
  set({ groupBy, folded: new Set() });
}

export const setColumns = (columns: readonly string[]): void => set({ columns: [...columns] });

/** The same column again turns the order round. Words start from A, times, counts and figures from the latest and most. */
export function sortBy(by: ClaimSort): void {
  const { sort } = get();
  const first = fallingFirst.has(by) ? 'descending' : 'ascending';
  const turned = sort.direction === 'ascending' ? 'descending' : 'ascending';
  set({ sort: { by, direction: sort.by === by ? turned : first } });
}
const fallingFirst = new Set<ClaimSort>(['created', 'updated', 'said', 'happened', 'figure', 'parties', 'victims', 'evidence']);

export function toggleFold(key: string): void {
  const folded = new Set(get().folded);
  if (!folded.delete(key)) folded.add(key);
  set({ folded });
}

export function showView(view: KeptView | null): void {
  const { filter, sort, groupBy, columns } = view === null ? start : view.view;
  set({ filter, sort, groupBy, columns: [...columns], view, marks: noMarks, folded: new Set() });
}

/** What a saved view would hold now. */
export function asView(name: string): ClaimView {
  const { filter, sort, groupBy, columns } = get();
  return { name, filter, sort, groupBy, columns };
}

export const isMarked = (marks: Marks, id: string): boolean => (marks.kind === 'some' ? marks.ids.has(id) : !marks.but.has(id));

export function toggleMark(id: string): void {
  const { marks } = get();
  mark([id], !isMarked(marks, id));
}

export function mark(ids: readonly string[], on = true): void {
  const { marks } = get();
  const listed = new Set(marks.kind === 'some' ? marks.ids : marks.but);
  const isListing = (marks.kind === 'some') === on;
  for (const id of ids) {
    if (isListing) listed.add(id);
    else listed.delete(id);
  }
  set({ marks: marks.kind === 'some' ? { kind: 'some', ids: listed } : { kind: 'all', but: listed } });
}

export const markAll = (): void => set({ marks: { kind: 'all', but: new Set() } });
export const unmark = (): void => set({ marks: noMarks });

/** How many are marked of all that fit. */
export function markedCount(marks: Marks, total: number): number {
  return marks.kind === 'some' ? marks.ids.size : Math.max(0, total - marks.but.size);
}

/** Without what is not asked: two filters that ask the same are the same. */
function given(filter: ClaimFilter): ClaimFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''));
}
