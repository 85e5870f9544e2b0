import type { ChosenClaims } from '#shared/contract/claims-table.ts';
import type { ClaimColumn } from './all-columns.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { ChooseFilter, ChooseGroup, ChooseSort } from './choose-dialogs.tsx';
import { ColumnsDialog } from './columns-dialog.tsx';
import { FilterDialog } from './filter-dialog.tsx';
import { activeFields } from './filter-words.tsx';
import type { TableDialog } from './table-commands.ts';
import { markedCount, setFilter, unmark, useTableState, type TableState } from './table-state.ts';
import { ViewNameDialog } from './view-name-dialog.tsx';
import { ViewsDialog } from './views-dialog.tsx';

type TableDialogsProps = {
  dialog: TableDialog | null;
  columns: readonly ClaimColumn[];
  fits: number;
  canWrite: boolean;
  onOpen: (dialog: TableDialog | null) => void;
};

/** The question that is open, where one is. */
export function TableDialogs({ dialog, columns, fits, canWrite, onOpen }: TableDialogsProps) {
  const state = useTableState();
  const close = () => onOpen(null);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'filters':
      return <ChooseFilter active={activeFields(state.filter)} onChoose={(field) => onOpen({ kind: 'filter', field })} onClose={close} />;
    case 'filter':
      return <FilterDialog field={dialog.field} filter={state.filter} onApply={setFilter} onClose={close} />;
    case 'group':
      return <ChooseGroup onClose={close} />;
    case 'sort':
      return <ChooseSort columns={columns} onClose={close} />;
    case 'columns':
      return <ColumnsDialog all={columns} shown={state.columns} onClose={close} />;
    case 'views':
      return <ViewsDialog canWrite={canWrite} onName={(what) => onOpen({ kind: 'view-name', what })} onClose={close} />;
    case 'view-name':
      return <ViewNameDialog what={dialog.what} onClose={close} />;
    case 'bulk':
      return (
        <BulkDialog
          chosen={chosenClaims(state)}
          count={markedCount(state.marks, fits)}
          onClose={close}
          onDone={() => (unmark(), close())}
        />
      );
  }
}

function chosenClaims({ marks, filter }: TableState): ChosenClaims {
  return marks.kind === 'some' ? { ids: [...marks.ids] } : { filter, except: [...marks.but] };
}
