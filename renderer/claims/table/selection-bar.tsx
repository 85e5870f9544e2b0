import { t } from '../../messages/index.ts';
import { Button } from '../../ui/button.tsx';
import { markAll, markedCount, unmark, useTableState } from './table-state.ts';

/** What is selected, in words, and what can be done with it; nothing while nothing is. */
export function SelectionBar({ fits, canWrite, onEdit }: { fits: number; canWrite: boolean; onEdit: () => void }) {
  const marks = useTableState((state) => state.marks);
  const count = markedCount(marks, fits);
  if (count === 0) return null;
  const isAll = marks.kind === 'all';
  const words = !isAll
    ? t('claims.table.marked', { count })
    : marks.but.size === 0
      ? t('claims.table.marked.all', { count })
      : t('claims.table.marked.but', { count, but: marks.but.size });
  return (
    <div className="selection-bar" role="region" aria-label={words}>
      <strong role="status">{words}</strong>
      {canWrite ? (
        <Button size="s" keys="e" onPress={onEdit}>
          {t('claims.table.edit')}
        </Button>
      ) : null}
      {isAll || count === fits ? null : (
        <Button size="s" variant="quiet" keys="$mod+a" onPress={markAll}>
          {t('claims.table.mark.all', { count: fits })}
        </Button>
      )}
      <Button size="s" variant="quiet" keys="Shift+x" onPress={unmark}>
        {t('claims.table.unmark')}
      </Button>
    </div>
  );
}
