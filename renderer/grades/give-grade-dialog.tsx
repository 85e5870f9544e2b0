import './grades.css';
import { useState, type ReactNode } from 'react';
import { scales, scalesOf, type Grade, type Scale } from '#shared/model/grades.ts';
import { t } from '../messages/index.ts';
import { useAct, useCall } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { notify } from '../ui/toast.tsx';
import { meaningOf, valueWords } from './grade-words.ts';
import type { Graded } from './grades-section.tsx';

type GiveGradeDialogProps = {
  subject: Graded;
  /** Names what is judged, where that is not plain. */
  title?: string;
  /** What else speaks to a scale, such as what a rule suggests. */
  beside?: (scale: Scale) => ReactNode;
  onClose: () => void;
};

/** A judgement on one scale with its reason; each value is said in words. */
export function GiveGradeDialog({ subject, title = t('grades.dialog'), beside, onClose }: GiveGradeDialogProps) {
  const offered = scalesOf[subject.kind];
  const [scale, setScale] = useState<Scale>(offered[0] ?? 'airwars');
  const [value, setValue] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const give = useAct('grades.give', { quiet: true });
  const done = () => (onClose(), notify({ tone: 'good', title: t('grades.given') }));
  const send = () =>
    value !== null &&
    give.mutate({ subjectKind: subject.kind, subjectId: subject.id, scale, value, reason: reason.trim() }, { onSuccess: done });
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="go" isDisabled={value === null || reason.trim() === '' || give.isPending} onPress={send}>
            {t('grades.confirm')}
          </Button>
        </>
      }
    >
      {give.error === null ? null : <ErrorNotice error={give.error} />}
      <Select
        label={t('grades.scale')}
        options={offered.map((id) => ({ id, label: t(`grades.scale.${id}`) }))}
        value={scale}
        onChange={(next) => (setScale(next), setValue(null))}
      />
      <p className="muted">{t(`grades.ask.${scale}`)}</p>
      <Values scale={scale} value={value} onChoose={setValue} />
      <Standing subject={subject} scale={scale} />
      {beside?.(scale)}
      <TextArea label={t('grades.reason')} hint={t('grades.reason.hint')} value={reason} onChange={setReason} />
    </Dialog>
  );
}

type ValuesProps = { scale: Scale; value: string | null; onChoose: (value: string) => void };

function Values({ scale, value, onChoose }: ValuesProps) {
  return (
    <div role="radiogroup" aria-label={t(`grades.scale.${scale}`)} className="grade-values">
      {scales[scale].map((one, at) => (
        <label key={one} className="grade-choice">
          <input type="radio" name="grade" autoFocus={at === 0} checked={one === value} onChange={() => onChoose(one)} />
          <strong className={one.length === 1 ? 'grade-letter' : ''}>{one}</strong>
          <span className="muted">{meaningOf(scale, one)}</span>
        </label>
      ))}
    </div>
  );
}

/** What stands on this scale already, by whom; a new grade of the same person takes the place of the old, and both stay on record. */
function Standing({ subject, scale }: { subject: Graded; scale: Scale }) {
  const grades: Grade[] = useCall('grades.list', { subjectKind: subject.kind, subjectId: subject.id }).data?.grades ?? [];
  const others = grades.filter((grade) => grade.current && grade.scale === scale);
  if (others.length === 0) return null;
  return (
    <p className="faint" dir="auto">
      {others.map(({ createdBy, value }) => t('grades.judged', { who: createdBy, value: valueWords(scale, value) })).join('; ')}
    </p>
  );
}
