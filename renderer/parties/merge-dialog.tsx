import { useState } from 'react';
import type { Party } from '#shared/model/parties.ts';
import { chosen } from '../claims/form-state.ts';
import { t } from '../messages/index.ts';
import { useAct } from '../shell/engine.ts';
import { openParty } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { PartyPicker } from './party-picker.tsx';

/** Says that two entries are one party. Claims go on naming the one they named. */
export function MergeDialog({ party, onClose }: { party: Party; onClose: () => void }) {
  const [into, setInto] = useState(chosen(null));
  const [reason, setReason] = useState('');
  const merge = useAct('parties.merge', { quiet: true });
  const isReady = into.id !== null && reason.trim() !== '';
  const save = () => {
    if (into.id === null) return;
    const intoId = into.id;
    merge.mutate({ id: party.id, intoId, reason: reason.trim() }, { onSuccess: () => (onClose(), openParty(intoId)) });
  };
  return (
    <Dialog
      title={t('party.merge.title', { name: party.name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="go" isDisabled={!isReady || merge.isPending} onPress={save}>
            {t('party.merge.confirm')}
          </Button>
        </>
      }
    >
      {merge.error === null ? null : <ErrorNotice error={merge.error} />}
      <p className="muted">{t('party.merge.text')}</p>
      <div className="field">
        <span className="field-label" aria-hidden>
          {t('party.merge.into')}
        </span>
        <PartyPicker label={t('party.merge.into')} choice={into} onChange={setInto} />
      </div>
      <TextArea label={t('ui.reason')} hint={t('ui.reason.hint')} value={reason} onChange={setReason} />
    </Dialog>
  );
}
