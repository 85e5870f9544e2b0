import { useMemo } from 'react';
import { edtfWords } from '#shared/claims/edtf-words.ts';
import { t } from '../../messages/index.ts';
import { openClaim } from '../../shell/session.ts';
import type { Column } from '../../ui/paged-table.tsx';
import type { AnalysisIndex, Statement } from '../origin-index.ts';
import { OriginLetters } from '../origins/origin-letter.tsx';
import { ShortTable } from '../short-table.tsx';

const FEW = 5;

/** Every statement in the order it was said: what the picture shows, in words. */
export function StatementTable({ statements, index }: { statements: readonly Statement[]; index: AnalysisIndex }) {
  const columns = useMemo(() => columnsFor(index), [index]);
  return (
    <ShortTable
      label={t('incident.statements.list')}
      columns={columns}
      rows={statements}
      rowKey={(one) => one.claimId}
      onOpen={(one) => openClaim(one.claimId)}
      rowHeight={44}
      few={FEW}
      hasHead={false}
      all={t('incident.statements.all', { count: statements.length })}
      fewer={t('incident.statements.few', { count: FEW })}
    />
  );
}

function columnsFor(index: AnalysisIndex): Column<Statement>[] {
  return [
    {
      id: 'who',
      label: t('incident.column.speaker'),
      width: 'minmax(0, 1fr)',
      cell: ({ speaker, saidAt }) => (
        <span className="statement-said">
          <span className="truncate statement-speaker">
            <bdi>{speaker ?? t('claims.nobody')}</bdi>
          </span>
          <span className="truncate muted" title={saidAt ?? undefined}>
            {saidAt === null ? t('claims.undated') : edtfWords(saidAt)}
          </span>
        </span>
      ),
    },
    {
      id: 'what',
      label: t('incident.statements'),
      width: 'minmax(0, 2fr)',
      cell: ({ claimId, sentence }) => (
        <button type="button" className="row-link two-lines" dir="auto" title={sentence} tabIndex={-1} onClick={() => openClaim(claimId)}>
          {sentence}
        </button>
      ),
    },
    {
      id: 'origin',
      label: t('incident.column.origin'),
      width: '48px',
      align: 'end',
      cell: ({ origins }) => <OriginLetters ids={origins} index={index} />,
    },
  ];
}
