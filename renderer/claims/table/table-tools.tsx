import { Bookmark, Columns3, Group, Plus } from 'lucide-react';
import { t } from '../../messages/index.ts';
import { draftClaim } from '../../shell/session.ts';
import { TableButtons } from '../../tables/table-buttons.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { FilterField } from '../../ui/filter-field.tsx';
import { Gap, ToolBar } from '../../ui/page.tsx';
import { setFilter, useTableState } from './table-state.ts';
import type { TableDialog } from './table-commands.ts';
import { useIsChanged } from './use-is-changed.ts';

type TableToolsProps = { fits: number | null; all: number; canWrite: boolean; onOpen: (dialog: TableDialog) => void };

/** What is done to the list as a whole. */
export function TableTools({ fits, all, canWrite, onOpen }: TableToolsProps) {
  const { filter, groupBy, view } = useTableState();
  const isChanged = useIsChanged();
  return (
    <ToolBar>
      <Button icon={Plus} keys="n" isDisabled={!canWrite} onPress={() => draftClaim()}>
        {t('claims.new')}
      </Button>
      <Button icon={Bookmark} keys="v" variant="quiet" onPress={() => onOpen({ kind: 'views' })}>
        <bdi className="view-name truncate">{view === null ? t('claims.table.view.all') : view.view.name}</bdi>
        {isChanged ? <span className="faint">{t('claims.table.view.changed')}</span> : null}
      </Button>
      <Button icon={Group} keys="g" variant="quiet" onPress={() => onOpen({ kind: 'group' })}>
        {groupBy === null ? t('claims.table.group') : `${t('claims.table.group.by')}: ${t(`claims.table.group.${groupBy}`)}`}
      </Button>
      <TableButtons />
      <Gap />
      <span className="faint number" role="status">
        {fits === null ? '' : fits === all ? t('claims.count', { count: all }) : t('claims.table.count', { shown: fits, all })}
      </span>
      <FilterField
        label={t('claims.table.words')}
        words={filter.words ?? ''}
        onWords={(words) => setFilter({ ...filter, words: words.trim() === '' ? undefined : words })}
      />
      <IconButton label={t('claims.table.columns')} icon={Columns3} keys="Shift+c" onPress={() => onOpen({ kind: 'columns' })} />
    </ToolBar>
  );
}
