import { t } from '../../messages/index.ts';
import { Button } from '../../ui/button.tsx';
import { CheckList } from '../../ui/check-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { ClaimColumn } from './all-columns.tsx';
import { firstColumns, setColumns } from './table-state.ts';

/** Which columns are shown; at least one always is. */
export function ColumnsDialog({ all, shown, onClose }: { all: readonly ClaimColumn[]; shown: readonly string[]; onClose: () => void }) {
  return (
    <Dialog
      title={t('claims.table.columns')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => setColumns(firstColumns)}>{t('claims.table.columns.first')}</Button>
          <Button variant="go" onPress={onClose}>
            {t('ui.close')}
          </Button>
        </>
      }
    >
      <CheckList
        wide
        label={t('claims.table.columns')}
        options={all.map(({ id, label }) => ({ id, label }))}
        value={shown}
        onChange={(columns) => columns.length > 0 && setColumns(columns)}
      />
    </Dialog>
  );
}
