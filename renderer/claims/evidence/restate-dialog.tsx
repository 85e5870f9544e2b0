import { useState } from 'react';
import type { ClaimEvidence } from '#shared/model/claim-evidence.ts';
import { stances } from '#shared/model/vocabulary.ts';
import { t } from '../../messages/index.ts';
import { useAct } from '../../shell/engine.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';

type Restated = Pick<ClaimEvidence, 'id' | 'stance' | 'note'>;

/** Another stance or note for a passage of a claim, with the reason; one act. */
export function RestateDialog({ evidence, onClose }: { evidence: Restated; onClose: () => void }) {
  const [stance, setStance] = useState(evidence.stance);
  const [note, setNote] = useState(evidence.note);
  const [reason, setReason] = useState('');
  const restate = useAct('evidence.restate', { quiet: true });
  const differs = stance !== evidence.stance || note.trim() !== evidence.note;
  const done = () => (onClose(), notify({ tone: 'good', title: t('evidence.restated') }));
  const send = () => restate.mutate({ id: evidence.id, stance, note: note.trim(), reason }, { onSuccess: done });
  return (
    <Dialog
      title={t('evidence.restate.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="go" isDisabled={!differs || reason.trim() === '' || restate.isPending} onPress={send}>
            {t('evidence.restate.confirm')}
          </Button>
        </>
      }
    >
      {restate.error === null ? null : <ErrorNotice error={restate.error} />}
      <p className="muted">{t('evidence.restate.text')}</p>
      <Select label={t('claim.stance.hint')} options={stances.map((id) => ({ id, label: id }))} value={stance} onChange={setStance} />
      <TextArea label={t('evidence.note')} rows={2} value={note} onChange={setNote} />
      <TextArea label={t('ui.reason')} rows={2} value={reason} onChange={setReason} autoFocus hint={t('ui.reason.hint')} />
    </Dialog>
  );
}
