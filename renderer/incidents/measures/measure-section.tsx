import './measures.css';
import { scaleLinear } from 'd3-scale';
import { useMemo, useState } from 'react';
import type { Figure, Measure } from '#shared/model/analysis.ts';
import { t } from '../../messages/index.ts';
import { openClaim } from '../../shell/session.ts';
import type { AnalysisIndex } from '../origin-index.ts';
import { ShortTable } from '../short-table.tsx';
import { figureColumns } from './figure-columns.tsx';
import { figureRows, type FigureRow, type FigureSort, type FigureSortKey } from './figure-rows.ts';
import { measureName, spanWords } from './measure-words.ts';

const FEW = 10;
const ROW = 38;

/** All figures of one measure side by side on one scale: each claim, under it those that repeat it. Nothing is averaged. */
export function MeasureSection({ measure, index }: { measure: Measure; index: AnalysisIndex }) {
  const [sort, setSort] = useState<FigureSort>({ by: 'origin', direction: 'ascending' });
  const rows = useMemo(() => figureRows(measure.figures, ({ origins }) => index.lettersOf(origins), sort), [measure, index, sort]);
  const columns = useMemo(() => figureColumns(index, scaleOf(measure.figures)), [measure, index]);
  const onSort = (by: string) =>
    setSort({ by: by as FigureSortKey, direction: sort.by === by && sort.direction === 'ascending' ? 'descending' : 'ascending' });
  const name = measureName(measure);
  return (
    <section className="measure">
      <h2>
        <span className="measure-name" dir="auto">
          {name}
        </span>
        <span className="measure-range">
          {spanWords(measure)}
          {' · '}
          {t('incident.measure.figures', { count: measure.figures.length })}
          {' · '}
          {t('incident.measure.origins', { count: measure.origins })}
        </span>
      </h2>
      <ShortTable
        label={name}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        onOpen={({ figure }) => openClaim(figure.claimId)}
        rowHeight={ROW}
        few={FEW}
        sort={sort}
        onSort={onSort}
        all={t('incident.figures.all', { count: rows.length })}
        fewer={t('incident.figures.few', { count: FEW })}
      />
    </section>
  );
}

const rowKey = ({ figure }: FigureRow) => `${figure.claimId} ${figure.quantity}`;

export type RangeScale = { top: number; ticks: number[] };

/** From nothing to a round number that holds every number said. */
function scaleOf(figures: readonly Figure[]): RangeScale {
  const most = figures.reduce((top, { value, min, max }) => Math.max(top, value ?? 0, min ?? 0, max ?? 0), 0);
  const scale = scaleLinear([0, Math.max(1, most * 1.08)], [0, 1]).nice(4);
  const top = scale.domain()[1] ?? 1;
  return { top, ticks: scale.ticks(3).filter((tick) => tick < top || tick === 0) };
}
