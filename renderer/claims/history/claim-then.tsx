import { claimSentence } from '#shared/claims/claim-sentence.ts';
import type { ClaimThen } from '#shared/model/claim-history.ts';
import type { Claim } from '#shared/model/claims.ts';
import type { Json } from '#shared/model/primitives.ts';
import { valueWords } from '../../grades/grade-words.ts';
import { t, type MessageKey } from '../../messages/index.ts';
import { useCall } from '../../shell/engine.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { utcWords } from '../../ui/times.tsx';
import type { Moment } from './claim-history.tsx';
import { fieldLabels, fieldLines, lineChange, type Names } from './field-words.ts';

/** The claim as the journal says it stood at a moment, with what differs from now marked. */
export function ClaimThenView({ id, moment, now, names }: { id: string; moment: Moment; now: Claim; names: Names }) {
  const { data, error } = useCall('claims.at', { id, ...moment }, { keepPrevious: true });
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return null;
  if (data.then === null) return <p className="muted">{t('claim-history.moment.none')}</p>;
  return <Then then={data.then} now={now} names={names} />;
}

type Row = { key: string; label: MessageKey; then: string[]; now: string[] };

function Then({ then, now, names }: { then: ClaimThen; now: Claim; names: Names }) {
  const rows = rowsOf(then, now, names);
  const differing = rows.filter(({ then: was, now: is }) => was.join('\n') !== is.join('\n')).length;
  const parties = new Map(Object.entries(names));
  return (
    <article className="then" aria-label={t('claim-history.then', { seq: then.seq, at: utcWords(then.at) })}>
      <p className="muted">{t('claim-history.then', { seq: then.seq, at: utcWords(then.at) })}</p>
      <h2 className="then-sentence" dir="auto">
        {claimSentence(then.claim, parties)}
      </h2>
      {then.isRemoved ? <p className="evidence-lost">{t('claim-history.removed')}</p> : null}
      <p className={differing === 0 ? 'faint' : 'then-differs'} role="status">
        {differing === 0 ? t('claim-history.same') : t('claim-history.differs', { count: differing })}
      </p>
      <dl className="facts">
        {rows.map((row) => (
          <ThenRow key={row.key} row={row} />
        ))}
      </dl>
      <Counts then={then} />
    </article>
  );
}

function rowsOf(then: ClaimThen, now: Claim, names: Names): Row[] {
  const [was, is] = [then.claim, now] as unknown as [Record<string, Json>, Record<string, Json>];
  return Object.entries(fieldLabels)
    .map(([key, label]) => ({
      key,
      label,
      then: fieldLines(key, was[key] ?? null, names),
      now: fieldLines(key, is[key] ?? null, names),
    }))
    .filter((row) => row.then.length + row.now.length > 0);
}

function ThenRow({ row: { label, then, now } }: { row: Row }) {
  const { same, removed, added } = lineChange(then, now);
  return (
    <div className="fact" data-differs={removed.length + added.length > 0}>
      <dt>{t(label)}</dt>
      <dd>
        {then.length === 0 ? <span className="faint">{t('claim-history.nothing')}</span> : null}
        {then.map((line, at) => (
          <div key={at} className={same.includes(line) ? '' : 'then-line'}>
            <bdi>{line}</bdi>
          </div>
        ))}
        {removed.length + added.length === 0 ? null : (
          <div className="then-now" dir="auto">
            {t('claim-history.now-is', { value: added.length === 0 ? t('claim-history.nothing') : added.join('; ') })}
          </div>
        )}
      </dd>
    </div>
  );
}

/** What was tied to it and how it was judged then. */
function Counts({ then: { claim, links, grades } }: { then: ClaimThen }) {
  const current = grades.filter((grade) => grade.current);
  return (
    <dl className="facts">
      <div className="fact">
        <dt>{t('claim-history.evidence')}</dt>
        <dd>{t('evidence.passages', { count: claim.evidence.length })}</dd>
      </div>
      <div className="fact">
        <dt>{t('claim-history.relations')}</dt>
        <dd className="number">{links.length}</dd>
      </div>
      <div className="fact">
        <dt>{t('claim-history.grades')}</dt>
        <dd>
          {current.length === 0 ? <span className="faint">{t('claim-history.nothing')}</span> : null}
          {current.map(({ id, scale, value, createdBy }) => (
            <div key={id} dir="auto">
              {t(`grades.scale.${scale}`)}: {t('grades.judged', { who: createdBy, value: valueWords(scale, value) })}
            </div>
          ))}
        </dd>
      </div>
    </dl>
  );
}
