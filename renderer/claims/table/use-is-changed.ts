import { useTableState } from './table-state.ts';

/** Whether what is shown differs from the saved view it began as. */
export function useIsChanged(): boolean {
  return useTableState(({ view, filter, sort, groupBy, columns }) => {
    if (view === null) return false;
    const { name: _name, ...kept } = view.view;
    return inOrder(kept) !== inOrder({ filter, sort, groupBy, columns });
  });
}

/** The same whatever order the fields of the filter were put in. */
function inOrder({ filter, ...rest }: { filter: object; sort: object; groupBy: string | null; columns: readonly string[] }): string {
  const fields = Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([fields, rest.sort, rest.groupBy, rest.columns]);
}
