import { t } from '../messages/index.ts';
import { FewFirst } from './few-first.tsx';
import type { AnalysisIndex } from './origin-index.ts';
import { StatementLink } from './statement-link.tsx';

const FEW = 4;

/** Claims nobody can check. */
export function WithoutPassage({ ids, index }: { ids: readonly string[]; index: AnalysisIndex }) {
  return (
    <section className="incident-part" aria-labelledby="incident-without">
      <h2 id="incident-without">{t('incident.without')}</h2>
      {ids.length === 0 ? (
        <p className="muted">{t('incident.without.none')}</p>
      ) : (
        <div className="incident-gap">
          <p className="muted">{t('incident.without.text')}</p>
          <FewFirst items={ids} few={FEW} itemKey={(id) => id} more={(count) => t('incident.without.more', { count })}>
            {(id) => <StatementLink id={id} statement={index.statementOf(id)} />}
          </FewFirst>
        </div>
      )}
    </section>
  );
}
