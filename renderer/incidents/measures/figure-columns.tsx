import { edtfWords } from '#shared/claims/edtf-words.ts';
import { figureAlone, numberWords } from '#shared/claims/figure-words.ts';
import type { Figure } from '#shared/model/analysis.ts';
import type { Quantity } from '#shared/model/claims.ts';
import { t } from '../../messages/index.ts';
import { openClaim } from '../../shell/session.ts';
import type { Column } from '../../ui/paged-table.tsx';
import { isolated } from '../../ui/isolated.ts';
import type { AnalysisIndex } from '../origin-index.ts';
import { OriginLetters } from '../origins/origin-letter.tsx';
import type { FigureRow } from './figure-rows.ts';
import { stanceWords } from './measure-words.ts';
import type { RangeScale } from './measure-section.tsx';
import { RangeBar } from './range-bar.tsx';

/** Deeper repeats are set in no further: the words say whom they repeat. */
const DEEPEST = 4;

export function figureColumns(index: AnalysisIndex, scale: RangeScale): Column<FigureRow>[] {
  return [
    {
      id: 'speaker',
      label: t('incident.column.speaker'),
      width: 'minmax(0, 2.5fr)',
      sort: 'speaker',
      cell: (row) => <SaidBy row={row} index={index} />,
    },
    { id: 'how', label: t('incident.column.modality'), width: '74px', hideBelow: 700, cell: ({ figure }) => figure.modality },
    {
      id: 'said',
      label: t('incident.column.said'),
      width: 'minmax(110px, 1.25fr)',
      sort: 'said',
      cell: ({ figure }) => <SaidOn figure={figure} />,
    },
    {
      id: 'figure',
      label: t('incident.column.figure'),
      width: 'minmax(92px, 1.1fr)',
      sort: 'figure',
      cell: ({ figure }) => <FigureWords figure={figure} />,
    },
    {
      id: 'range',
      label: t('incident.column.range'),
      head: <RangeTicks scale={scale} />,
      width: 'minmax(96px, 2fr)',
      hideBelow: 560,
      cell: ({ figure }) => <RangeBar figure={figure} {...scale} hue={index.hueOf(figure.origins)} />,
    },
    {
      id: 'origin',
      label: t('incident.column.origin'),
      width: '92px',
      sort: 'origin',
      cell: (row) => <Origin row={row} index={index} />,
    },
    { id: 'grade', label: t('incident.column.grade'), width: '62px', hideBelow: 640, cell: ({ figure }) => <Admiralty figure={figure} /> },
    {
      id: 'evidence',
      label: t('incident.column.evidence'),
      width: 'minmax(98px, 1.7fr)',
      hideBelow: 480,
      cell: ({ figure }) => <Evidence figure={figure} />,
    },
  ];
}

function SaidBy({ row: { figure, depth }, index }: { row: FigureRow; index: AnalysisIndex }) {
  return (
    <div className="figure-speaker" data-depth={Math.min(depth, DEEPEST)}>
      <button
        type="button"
        className={`row-link ${figure.repeats.length === 0 ? 'two-lines' : 'truncate'}`}
        dir="auto"
        tabIndex={-1}
        onClick={() => openClaim(figure.claimId)}
      >
        {figure.speaker ?? t('claims.nobody')}
      </button>
      {figure.repeats.length === 0 ? null : (
        <span className="truncate muted" title={repeatWords(figure, index)}>
          {repeatWords(figure, index)}
        </span>
      )}
    </div>
  );
}

function repeatWords({ repeats }: Figure, index: AnalysisIndex): string {
  const [first = '', ...rest] = repeats;
  const who = isolated(index.statementOf(first)?.speaker ?? t('claims.nobody'));
  return rest.length === 0 ? t('incident.repeats', { who }) : t('incident.repeats.many', { who, more: rest.length });
}

function SaidOn({ figure: { saidAt } }: { figure: Figure }) {
  if (saidAt === null) return <span className="muted">{t('claims.undated')}</span>;
  return (
    <span title={saidAt} className="two-lines figure-said">
      {edtfWords(saidAt)}
    </span>
  );
}

function FigureWords({ figure }: { figure: Figure }) {
  const words = figureAlone({ ...figure, qualifier: figure.qualifier as Quantity['qualifier'] });
  return (
    <span className="number two-lines" title={words}>
      {words}
    </span>
  );
}

/** The scale of all bars below it. */
function RangeTicks({ scale: { top, ticks } }: { scale: RangeScale }) {
  return (
    <span className="range-ticks number" aria-hidden>
      {ticks.map((tick) => (
        <span key={tick} style={{ insetInlineStart: `${(tick / top) * 100}%` }} data-first={tick === 0}>
          {numberWords(tick)}
        </span>
      ))}
    </span>
  );
}

function Origin({ row: { figure, repeats }, index }: { row: FigureRow; index: AnalysisIndex }) {
  const isKnown = figure.origins.some((id) => index.originOf(id)?.known === true);
  if (!isKnown) return <span className="muted">{t('incident.origin.unknown')}</span>;
  return (
    <span className="figure-origin">
      <OriginLetters ids={figure.origins} index={index} />
      {repeats === 0 ? null : <span className="muted">{t('incident.repeated', { count: repeats })}</span>}
    </span>
  );
}

/** Reliability and credibility side by side; two people who differ are both there: "B/C 3". */
function Admiralty({ figure: { reliability, credibility } }: { figure: Figure }) {
  if (reliability.length + credibility.length === 0)
    return (
      <span className="muted" title={t('incident.grade.none')}>
        –
      </span>
    );
  const joined = (grades: readonly string[]) => (grades.length === 0 ? '–' : [...new Set(grades)].sort().join('/'));
  const [a, b] = [joined(reliability), joined(credibility)];
  return (
    <span className="number" title={t('incident.grade.title', { reliability: a, credibility: b })}>
      {a} {b}
    </span>
  );
}

function Evidence({ figure: { passages, stances } }: { figure: Figure }) {
  const words = stanceWords(stances);
  if (passages === 0) return <span className="chip chip-pending">{t('incident.evidence.none')}</span>;
  return (
    <span className="figure-stances" title={t('incident.evidence.title', { passages, stances: words.map((one) => one.words).join(', ') })}>
      {words.map((one) => (
        <span key={one.stance} className="chip" data-stance={one.stance}>
          {one.words}
        </span>
      ))}
    </span>
  );
}
