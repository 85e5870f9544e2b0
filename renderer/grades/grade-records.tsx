import type { GradeRecord } from '#shared/model/claim-history.ts';
import { t } from '../messages/index.ts';
import { utcWords } from '../ui/times.tsx';
import { valueWords } from './grade-words.ts';

/** Every grade ever given, the newest first, with what became of it. */
export function GradeRecords({ grades }: { grades: readonly GradeRecord[] }) {
  return (
    <ol className="grade-records">
      {grades.map(({ id, scale, value, reason, createdAt, createdBy, current, withdrawn }) => (
        <li key={id} data-withdrawn={withdrawn !== null}>
          <span>
            <bdi>{createdBy}</bdi>, <span className="faint">{utcWords(createdAt)}</span>
          </span>
          <span>
            {t(`grades.scale.${scale}`)}: <strong>{valueWords(scale, value)}</strong>
            {withdrawn === null ? (
              <span className="faint"> · {t(current ? 'grades.history.current' : 'grades.history.earlier')}</span>
            ) : null}
          </span>
          <span className="muted" dir="auto">
            {reason}
          </span>
          {withdrawn === null ? null : (
            <span className="grade-withdrawn" dir="auto">
              {t('grades.history.withdrawn', { who: withdrawn.by, at: utcWords(withdrawn.at), reason: withdrawn.reason })}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
