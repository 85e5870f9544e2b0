import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { scales } from '#shared/model/grades.ts';
import type { Incident } from '#shared/model/incidents.ts';
import { isMessage, t } from '../../messages/index.ts';
import { useAct } from '../../shell/engine.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { incidentScales, type IncidentScale } from './incident-grades.ts';
import { GradeChip } from './grade-chip.tsx';

type GradeDialogProps = { incident: Incident; suggested: string | null; onClose: () => void };

/** Gives a grade with its reason; the person's earlier one on the same scale stays in the history. */
export function GradeDialog({ incident, suggested, onClose }: GradeDialogProps) {
  const [scale, setScale] = useState<IncidentScale>('airwars');
  const [value, setValue] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const give = useAct('grades.give', { quiet: true });
  const given = reason.trim();
  const save = () => {
    setTried(true);
    if (value === null || given === '') return;
    give.mutate({ subjectKind: 'incident', subjectId: incident.id, scale, value, reason: given }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={t('incident.grade.dialog', { code: incident.code })}
      isOpen
      onClose={onClose}
      wide
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="go" isDisabled={give.isPending} onPress={save}>
            {t('incident.grade.save')}
          </Button>
        </>
      }
    >
      {give.error === null ? null : <ErrorNotice error={give.error} />}
      <Segmented
        label={t('incident.grade.scale')}
        options={incidentScales.map((id) => ({ id, label: t(`incident.scale.${id}`) }))}
        value={scale}
        onChange={(to) => (setScale(to), setValue(null))}
      />
      <Choices key={scale} scale={scale} value={value} onChange={setValue} />
      {tried && value === null ? <p className="field-error">{t('incident.grade.value.missing')}</p> : null}
      {scale === 'airwars' && suggested !== null ? <GradeChip value={suggested} by={t('incident.suggested.title')} /> : null}
      <TextArea
        label={t('incident.grade.reason')}
        value={reason}
        onChange={setReason}
        maxLength={10_000}
        hint={t('incident.grade.reason.hint')}
        error={tried && given === '' ? t('incident.grade.reason.missing') : undefined}
      />
    </Dialog>
  );
}

function Choices({ scale, value, onChange }: { scale: IncidentScale; value: string | null; onChange: (value: string) => void }) {
  return (
    <RadioGroup className="grade-choices" value={value} onChange={onChange}>
      <Label className="field-label">{t('incident.grade.value')}</Label>
      {scales[scale].map((one, at) => (
        <Radio key={one} value={one} className="grade-choice" autoFocus={at === 0}>
          <strong>{one}</strong>
          <span className="muted">{meaningOf(scale, one)}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}

function meaningOf(scale: IncidentScale, value: string): string {
  const key = `incident.${scale === 'airwars' ? 'airwars' : 'huridocs'}.${value}`;
  return isMessage(key) ? t(key) : '';
}
