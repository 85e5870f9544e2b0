import './contradictions.css';
import type { Contradiction, IncidentAnalysis } from '#shared/model/analysis.ts';
import { t } from '../../messages/index.ts';
import { Fold } from '../../ui/fold.tsx';
import { FewFirst } from '../few-first.tsx';
import type { AnalysisIndex } from '../origin-index.ts';
import { byOrigins } from './by-origins.ts';
import { ContradictionNote } from './contradiction-note.tsx';

const FEW = 5;

export type ContradictionListProps = {
  analysis: Pick<IncidentAnalysis, 'contradictions' | 'contradictionsTotal'>;
  index: AnalysisIndex;
  /** Null where the case cannot be changed. */
  onSettle: ((contradiction: Contradiction) => void) | null;
  onUnsettle: ((contradiction: Contradiction) => void) | null;
};

/** Claims that cannot both hold: those nobody has explained yet, then those explained, and which of these are stale. */
export function ContradictionList({
  analysis: { contradictions, contradictionsTotal },
  index,
  onSettle,
  onUnsettle,
}: ContradictionListProps) {
  const open = contradictions.filter(isOpen);
  const settled = contradictions.filter((one) => !isOpen(one));
  const note = (contradiction: Contradiction) => (
    <ContradictionNote contradiction={contradiction} index={index} onSettle={onSettle} onUnsettle={onUnsettle} />
  );
  const quarrel = ([first, ...again]: readonly Contradiction[]) =>
    first === undefined ? null : (
      <>
        {note(first)}
        {again.length === 0 ? null : (
          <Fold title={t('incident.contradictions.again', { count: again.length })}>
            {() => again.map((one) => <div key={contradictionKey(one)}>{note(one)}</div>)}
          </Fold>
        )}
      </>
    );
  const keyOf = ([first]: readonly Contradiction[]) => (first === undefined ? '' : contradictionKey(first));
  const more = (count: number) => t('incident.contradictions.more', { count });
  return (
    <section className="incident-part" aria-labelledby="incident-contradictions">
      <header className="incident-part-head">
        <h2 id="incident-contradictions">{t('incident.contradictions')}</h2>
        {contradictions.length === 0 ? null : <span className="muted">{t('incident.contradictions.open', { count: open.length })}</span>}
      </header>
      {contradictions.length === 0 ? <p className="muted">{t('incident.contradictions.none')}</p> : null}
      <FewFirst className="contradictions" items={byOrigins(open, index)} few={FEW} itemKey={keyOf} more={more}>
        {quarrel}
      </FewFirst>
      {settled.length === 0 ? null : (
        <Fold title={t('incident.contradictions.settled', { count: settled.length })}>
          {() => (
            <FewFirst className="contradictions" items={settled} few={FEW} itemKey={contradictionKey} more={more}>
              {note}
            </FewFirst>
          )}
        </Fold>
      )}
      {contradictionsTotal > contradictions.length ? (
        <p className="muted">{t('incident.contradictions.cut', { shown: contradictions.length, total: contradictionsTotal })}</p>
      ) : null}
    </section>
  );
}

/** One whose explanation was overtaken by a change of a claim is open again. */
export function isOpen({ settlement }: Contradiction): boolean {
  return settlement === null || settlement.stale;
}

function contradictionKey({ rule, claimA, claimB, facts }: Contradiction): string {
  return `${rule} ${claimA} ${claimB} ${facts['unit'] ?? ''} ${facts['act'] ?? ''}`;
}
