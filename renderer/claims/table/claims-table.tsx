import { ChevronDown, ChevronRight } from 'lucide-react';
import { useMemo, type KeyboardEvent, type ReactNode } from 'react';
import { claimSentence } from '#shared/claims/claim-sentence.ts';
import { edtfWords } from '#shared/claims/edtf-words.ts';
import type { ListedClaim } from '#shared/contract/claims-table.ts';
import type { ClaimGrouping } from '#shared/model/claim-filter.ts';
import { t } from '../../messages/index.ts';
import { openClaim } from '../../shell/session.ts';
import type { Pages } from '../../shell/pages.ts';
import { PagedTable, type Column } from '../../ui/paged-table.tsx';
import { notify } from '../../ui/toast.tsx';
import type { ClaimColumn } from './all-columns.tsx';
import { foldKey, type GroupHead } from './group-layout.ts';
import { isMarked, mark, sortBy, toggleFold, toggleMark, useTableState, type Marks } from './table-state.ts';
import type { Entry } from './use-grouped-claims.ts';

type ClaimsTableProps = {
  pages: Pages<Entry>;
  columns: readonly ClaimColumn[];
  groupBy: ClaimGrouping | null;
  selected: string | null;
  onSelect: (claim: ListedClaim) => void;
  onRemove?: (claim: ListedClaim) => void;
  empty: ReactNode;
};

const MARK = 34;
/** What a row has at its sides: its padding and the scroll bar. */
const SIDES = 32;

/** Claims, and headings where they are grouped. Space selects, Shift and arrows select on; Enter opens a claim or folds a group. */
export function ClaimsTable({ pages, columns, groupBy, selected, onSelect, onRemove, empty }: ClaimsTableProps) {
  const marks = useTableState((state) => state.marks);
  const sort = useTableState((state) => state.sort);
  const shown = useMemo(() => [markColumn(marks), ...columns.map(asEntryColumn)], [marks, columns]);
  const hasMarks = marks.kind === 'all' || marks.ids.size > 0;
  return (
    <PagedTable<Entry>
      label={t('claims.title')}
      columns={shown}
      pages={pages}
      rowKey={(entry) => (entry.kind === 'claim' ? entry.claim.id : foldKey(entry.head))}
      sort={sort}
      onSort={(by) => sortBy(by as typeof sort.by)}
      minWidth={MARK + SIDES + columns.reduce((sum, { least }) => sum + least, 0)}
      selected={hasMarks ? null : selected}
      isMarked={(entry) => hasMarks && entry.kind === 'claim' && isMarked(marks, entry.claim.id)}
      spanning={(entry) => (entry.kind === 'group' ? <GroupHeading head={entry.head} groupBy={groupBy} /> : undefined)}
      onRowKey={onRowKey}
      onExtend={(from, to) => extend(pages, from, to)}
      onSelect={(entry) => entry.kind === 'claim' && onSelect(entry.claim)}
      onOpen={(entry) => (entry.kind === 'claim' ? openClaim(entry.claim.id) : toggleFold(foldKey(entry.head)))}
      {...(onRemove === undefined ? {} : { onRemove: (entry: Entry) => entry.kind === 'claim' && onRemove(entry.claim) })}
      empty={empty}
    />
  );
}

function asEntryColumn({ cell, ...column }: ClaimColumn): Column<Entry> {
  return { ...column, cell: (entry) => (entry.kind === 'claim' ? cell(entry.claim) : null) };
}

function markColumn(marks: Marks): Column<Entry> {
  const box = ({ id, ...claim }: ListedClaim) => (
    <input
      type="checkbox"
      className="row-mark"
      tabIndex={-1}
      aria-label={t('claims.table.mark.this', { claim: claimSentence(claim) })}
      checked={isMarked(marks, id)}
      onChange={() => toggleMark(id)}
      onClick={(event) => event.stopPropagation()}
    />
  );
  return { id: 'mark', label: '', width: `${MARK}px`, cell: (entry) => (entry.kind === 'claim' ? box(entry.claim) : null) };
}

function onRowKey(event: KeyboardEvent, entry: Entry): boolean {
  if (entry.kind === 'claim') {
    if (event.key !== ' ' || event.ctrlKey || event.metaKey) return false;
    toggleMark(entry.claim.id);
    return true;
  }
  const { isFolded } = entry.head;
  const turns = event.key === ' ' || (event.key === 'ArrowLeft' && !isFolded) || (event.key === 'ArrowRight' && isFolded);
  if (turns) toggleFold(foldKey(entry.head));
  return turns;
}

/** Rows that are not here yet cannot be named; nothing is marked in part. */
function extend(pages: Pages<Entry>, from: number, to: number): void {
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  const rows = Array.from({ length: last - first + 1 }, (_, at) => pages.rowAt(first + at));
  if (rows.includes(undefined))
    return notify({ tone: 'plain', title: t('claims.table.extend.far'), text: t('claims.table.extend.far.text') });
  mark(rows.flatMap((row) => (row?.kind === 'claim' ? [row.claim.id] : [])));
}

function GroupHeading({ head, groupBy }: { head: GroupHead; groupBy: ClaimGrouping | null }) {
  const words = headWords(head, groupBy);
  const Mark = head.isFolded ? ChevronRight : ChevronDown;
  return (
    <button type="button" className="group-heading" tabIndex={-1} aria-expanded={!head.isFolded} onClick={() => toggleFold(foldKey(head))}>
      <Mark aria-hidden />
      <bdi className="truncate">{words}</bdi>
      <span className="muted number">{t('claims.count', { count: head.count })}</span>
    </button>
  );
}

function headWords({ key, label, rest }: GroupHead, groupBy: ClaimGrouping | null): string {
  if (rest > 0) return t('claims.table.group.rest', { count: rest });
  if (groupBy === null || key === null) return t(`claims.table.group.without.${groupBy ?? 'act'}`);
  if (groupBy === 'month') return edtfWords(key);
  if (groupBy === 'evidence') return t(key === 'none' ? 'claims.table.group.without-evidence' : 'claims.table.group.with-evidence');
  return label ?? key;
}
