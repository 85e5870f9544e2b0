import { ArrowLeft } from 'lucide-react';
import { useMemo } from 'react';
import type { Gap, GapKind } from '#shared/model/gaps.ts';
import { t } from '../messages/index.ts';
import { usePages } from '../shell/pages.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Gap as Space, ToolBar } from '../ui/page.tsx';
import { PagedTable, type Column } from '../ui/paged-table.tsx';
import { openGap } from './gap-acts.ts';
import { GapRow } from './gap-row.tsx';

type TableProps = { kind: GapKind; count: number; onBack: () => void; onLink: (claimId: string) => void };

/** All gaps of one kind, however many. */
export function GapTable({ kind, count, onBack, onLink }: TableProps) {
  const pages = usePages('gaps.rows', { kind });
  const columns = useMemo(
    (): Column<Gap>[] => [
      { id: 'gap', label: t(`gaps.kind.${kind}`), width: 'minmax(0, 1fr)', cell: (gap) => <GapRow gap={gap} onLink={onLink} isInTable /> },
    ],
    [kind, onLink],
  );
  const unlisted = pages.total === null ? 0 : count - pages.total;
  return (
    <div className="list-place">
      <ToolBar>
        <Button icon={ArrowLeft} onPress={onBack}>
          {t('gaps.back')}
        </Button>
        <h1 className="gap-table-title">{t(`gaps.kind.${kind}`)}</h1>
        <Space />
        {unlisted > 0 ? <span className="faint">{t('gaps.unlisted', { count: unlisted })}</span> : null}
        <span className="faint number">{(pages.total ?? count).toLocaleString('en')}</span>
      </ToolBar>
      {pages.error === null ? null : <ErrorNotice error={pages.error} />}
      <PagedTable
        label={t(`gaps.kind.${kind}`)}
        columns={columns}
        pages={pages}
        rowKey={({ key }) => key}
        rowHeight={kind === 'contradiction unsettled' ? 72 : 52}
        hasHead={false}
        onOpen={openGap}
        empty={<p className="gap-text">{t('gaps.none')}</p>}
      />
    </div>
  );
}
