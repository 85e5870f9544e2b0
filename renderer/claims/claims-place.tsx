import './claims-place.css';
import { MessageSquareQuote, SearchX } from 'lucide-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { ListedClaim } from '#shared/contract/claims-table.ts';
import { t } from '../messages/index.ts';
import { usePartyNames } from '../parties/party-names.tsx';
import { useCanWrite, useCaseInfo } from '../shell/case-info.ts';
import { useCall } from '../shell/engine.ts';
import { usePages, type Pages } from '../shell/pages.ts';
import { goTo } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { RemoveClaim } from './remove-claim.tsx';
import { allColumns } from './table/all-columns.tsx';
import { BrokenViews } from './table/broken-views.tsx';
import { ClaimsTable } from './table/claims-table.tsx';
import { FilterBar } from './table/filter-bar.tsx';
import { SelectionBar } from './table/selection-bar.tsx';
import { useTableCommands, type TableDialog } from './table/table-commands.ts';
import { TableDialogs } from './table/table-dialogs.tsx';
import { lookAtCase, setFilter, useTableState } from './table/table-state.ts';
import { TableTools } from './table/table-tools.tsx';
import { useGroupedClaims, type Entry } from './table/use-grouped-claims.ts';

type Shown = Pages<Entry> & { fits: number | null };

/** Every claim of the case, as it is looked at now. */
export function ClaimsPlace() {
  const caseId = useCaseInfo().data?.caseId ?? null;
  const lookedAt = useTableState((state) => state.caseId);
  useEffect(() => {
    if (caseId !== null) lookAtCase(caseId);
  }, [caseId]);
  const isGrouped = useTableState((state) => state.groupBy !== null);
  if (lookedAt !== caseId) return null;
  return isGrouped ? <Grouped /> : <Ungrouped />;
}

function Ungrouped() {
  const { filter, sort } = useTableState();
  const found = usePages('claims.list', { ...filter, sort: sort.by, direction: sort.direction });
  const rowAt = (index: number): Entry | undefined => {
    const claim = found.rowAt(index);
    return claim === undefined ? undefined : { kind: 'claim', claim };
  };
  return <Place pages={{ ...found, rowAt, fits: found.total }} />;
}

function Grouped() {
  const { filter, sort, groupBy, folded } = useTableState();
  return <Place pages={useGroupedClaims({ filter, sort, groupBy: groupBy ?? 'act', folded })} />;
}

function Place({ pages }: { pages: Shown }) {
  const { filter, groupBy, columns: chosen } = useTableState();
  const [selected, setSelected] = useState<string | null>(null);
  const [removing, setRemoving] = useState<ListedClaim | null>(null);
  const [dialog, setDialog] = useState<TableDialog | null>(null);
  const names = usePartyNames();
  const canWrite = useCanWrite();
  const all = useCaseInfo().data?.counts.claims ?? 0;
  const fields = useCall('fields.list', { subject: 'claim' }).data?.fields;
  const columns = useMemo(() => allColumns(names, fields ?? []), [names, fields]);
  const shown = useMemo(() => columns.filter(({ id }) => chosen.includes(id)), [columns, chosen]);
  useTableCommands({ canWrite, selected, onOpen: setDialog });
  return (
    <div className="list-place">
      <TableTools fits={pages.fits} all={all} canWrite={canWrite} onOpen={setDialog} />
      <FilterBar
        filter={filter}
        names={names}
        onChange={setFilter}
        onAdd={() => setDialog({ kind: 'filters' })}
        onEdit={(field) => setDialog({ kind: 'filter', field })}
      />
      <SelectionBar fits={pages.fits ?? 0} canWrite={canWrite} onEdit={() => setDialog({ kind: 'bulk' })} />
      <BrokenViews canWrite={canWrite} />
      {pages.error === null ? null : <ErrorNotice error={pages.error} />}
      <ClaimsTable
        pages={pages}
        columns={shown}
        groupBy={groupBy}
        selected={selected}
        onSelect={(claim) => setSelected(claim.id)}
        {...(canWrite ? { onRemove: setRemoving } : {})}
        empty={<Nothing isNarrowed={Object.keys(filter).length > 0} />}
      />
      <TableDialogs dialog={dialog} columns={columns} fits={pages.fits ?? 0} canWrite={canWrite} onOpen={setDialog} />
      {removing === null ? null : <RemoveClaim claim={removing} onClose={() => setRemoving(null)} />}
    </div>
  );
}

function Nothing({ isNarrowed }: { isNarrowed: boolean }): ReactNode {
  if (isNarrowed)
    return (
      <EmptyState icon={SearchX} title={t('claims.empty.filtered.title')} text={t('claims.empty.filtered.text')}>
        <Button onPress={() => setFilter({})}>{t('claims.clear')}</Button>
      </EmptyState>
    );
  return (
    <EmptyState icon={MessageSquareQuote} title={t('claims.empty.title')} text={t('claims.empty.text')}>
      <Button variant="go" onPress={() => goTo({ name: 'library', types: null })}>
        {t('claims.empty.sources')}
      </Button>
    </EmptyState>
  );
}
