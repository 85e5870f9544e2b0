import './grades.css';
import { useState } from 'react';
import { scalesOf, type Grade, type gradedKinds } from '#shared/model/grades.ts';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Fold } from '../ui/fold.tsx';
import { GradeRecords } from './grade-records.tsx';
import { GradeTable } from './grade-table.tsx';
import { WithdrawGrade } from './withdraw-grade.tsx';
import { differences, gradeRows, valueWords } from './grade-words.ts';

export type Graded = { kind: (typeof gradedKinds)[number]; id: string };

/** How a thing is judged: each person's grades side by side, where they differ in words, and all that were ever given. `onGive` null: nothing can be changed. */
export function GradesSection({ subject, onGive }: { subject: Graded; onGive: (() => void) | null }) {
  const { data, error } = useCall('grades.list', { subjectKind: subject.kind, subjectId: subject.id });
  const [withdrawing, setWithdrawing] = useState<Grade | null>(null);
  const rows = gradeRows(data?.grades ?? []);
  const scales = scalesOf[subject.kind];
  return (
    <section aria-label={t('grades.title')} className="grades">
      <header className="grades-head">
        <h2>{t('grades.title')}</h2>
        <span className="gap" />
        <Button size="s" keys="g" isDisabled={onGive === null} onPress={() => onGive?.()}>
          {t('grades.give')}
        </Button>
      </header>
      {error === null ? null : <ErrorNotice error={error} />}
      {data === undefined ? null : rows.length === 0 ? (
        <p className="muted">{t('grades.none')}</p>
      ) : (
        <GradeTable rows={rows} scales={scales} onWithdraw={onGive === null ? null : setWithdrawing} />
      )}
      {differences(rows, scales).map(({ scale, grades }) => (
        <p key={scale} className="grades-differ" dir="auto">
          {t('grades.differ', { scale: t(`grades.scale.${scale}`), judgements: grades.map(judged).join('; ') })}
        </p>
      ))}
      <History subject={subject} />
      {withdrawing === null ? null : <WithdrawGrade grade={withdrawing} onClose={() => setWithdrawing(null)} />}
    </section>
  );
}

const judged = ({ createdBy, scale, value }: Grade) => t('grades.judged', { who: createdBy, value: valueWords(scale, value) });

function History({ subject }: { subject: Graded }) {
  const grades = useCall('grades.history', { subjectKind: subject.kind, subjectId: subject.id }).data?.grades ?? [];
  if (grades.length === 0) return null;
  return <Fold title={t('grades.history', { count: grades.length })}>{() => <GradeRecords grades={grades} />}</Fold>;
}
