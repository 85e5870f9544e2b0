import './history.css';
import { useState } from 'react';
import type { Claim } from '#shared/model/claims.ts';
import { t } from '../../messages/index.ts';
import { useCall } from '../../shell/engine.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useFieldLabels } from '../use-field-labels.ts';
import { ClaimThenView } from './claim-then.tsx';
import { MomentField } from './moment-field.tsx';
import { Timeline } from './timeline.tsx';

/** Right after an entry of the journal, or at a moment. */
export type Moment = { seq: number } | { at: string };

const kinds = [
  { id: 'all', label: t('claim-history.kind.all') },
  { id: 'versions', label: t('claim-history.kind.versions') },
] as const;

/** All that was done to a claim, and the claim as it stood at any moment beside it. */
export function ClaimHistory({ claim }: { claim: Claim }) {
  const { data, error } = useCall('claims.history', { id: claim.id });
  const labels = useFieldLabels();
  const [moment, setMoment] = useState<Moment | null>(null);
  const [kind, setKind] = useState<'all' | 'versions'>('all');
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return null;
  const { events } = data;
  const names = { ...labels, ...data.names };
  const last = events.at(-1);
  const shown = moment ?? (last === undefined ? null : { seq: last.seq });
  const versions = events.filter((event) => event.version !== null).length;
  return (
    <div className="claim-history">
      <section aria-label={t('claim-history.title')}>
        <header className="history-bar">
          <h2>{t('claim-history.title')}</h2>
          <span className="faint number">
            {t('claim-history.versions', { count: versions })},{' '}
            {t('claim-history.acts', { count: new Set(events.map((event) => event.seq)).size })}
          </span>
          <span className="gap" />
          <Segmented label={t('claim-history.kind')} options={kinds} value={kind} onChange={setKind} />
        </header>
        <Timeline
          events={kind === 'all' ? events : events.filter((event) => event.about.kind === 'claim')}
          names={names}
          shown={shown}
          onShow={(seq) => setMoment({ seq })}
        />
      </section>
      <section className="history-then">
        <MomentField onMoment={setMoment} />
        {shown === null ? null : <ClaimThenView id={claim.id} moment={shown} now={claim} names={names} />}
      </section>
    </div>
  );
}
