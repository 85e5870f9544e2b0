import type { CallOutput } from '#shared/contract.ts';
import { languageWords } from '../language-words.ts';
import { isMessage, t } from '../../messages/index.ts';
import { useCall } from '../../shell/engine.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { UtcTime } from '../../ui/times.tsx';

type Entry = CallOutput<'passages.history'>['entries'][number];
type Change = Entry['changes'][number];

/** Who did what to a passage when, the newest first, as the journal has it. */
export function PassageHistory({ passageId }: { passageId: string }) {
  const { data, error } = useCall('passages.history', { id: passageId });
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return null;
  return (
    <ol className="history">
      {data.entries.toReversed().map((entry) => (
        <li key={entry.seq} className="history-entry">
          <p className="history-head">
            <strong>{actWords(entry.action)}</strong>
            <span className="faint">{t('history.entry', { seq: entry.seq })}</span>
          </p>
          <p className="faint">
            <bdi>{entry.actor}</bdi>, <UtcTime at={entry.at} />
          </p>
          {entry.reason === null ? null : <p dir="auto">{t('history.reason', { reason: entry.reason })}</p>}
          {entry.changes.map((change) => (
            <Changed key={change.field} change={change} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function Changed({ change }: { change: Change }) {
  const { field, before, after } = change;
  const name = `history.field.${field}`;
  return (
    <div className="history-change">
      <span className="muted">{isMessage(name) ? t(name) : field}</span>
      {isNothing(before) ? null : (
        <del className="history-before" dir="auto">
          <span className="visually-hidden">{t('history.before')}</span>
          {valueWords(field, before)}
        </del>
      )}
      {isNothing(after) ? (
        <span className="faint">{t('history.emptied')}</span>
      ) : (
        <ins className="history-after" dir="auto">
          <span className="visually-hidden">{t('history.after')}</span>
          {valueWords(field, after)}
        </ins>
      )}
    </div>
  );
}

function actWords(action: string): string {
  const name = `act.${action}`;
  return isMessage(name) ? t(name) : action;
}

const isNothing = (value: Change['before']) => value === null || value === '' || (Array.isArray(value) && value.length === 0);

function valueWords(field: string, value: Change['before']): string {
  if (Array.isArray(value)) return value.join(', ');
  const text = String(value);
  return field === 'language' ? languageWords(text) : text;
}
