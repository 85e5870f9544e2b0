import { useState } from 'react';
import { contradictionWords } from '#shared/claims/contradiction-words.ts';
import type { Contradiction } from '#shared/model/analysis.ts';
import { t } from '../../messages/index.ts';
import { useAct } from '../../shell/engine.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { TextArea } from '../../ui/text-field.tsx';

type SettleProps = { contradiction: Contradiction; onClose: () => void };

/** Asks how a contradiction is explained; both claims stay as they are. */
export function SettleDialog({ contradiction, onClose }: SettleProps) {
  const [reason, setReason] = useState(contradiction.settlement?.reason ?? '');
  const settle = useAct('contradictions.settle', { quiet: true });
  const given = reason.trim();
  const { rule, claimA, claimB } = contradiction;
  const send = () => settle.mutate({ rule, claimA, claimB, reason: given }, { onSuccess: onClose });
  return (
    <Dialog
      title={t('incident.settle.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="go" isDisabled={given === '' || settle.isPending} onPress={send}>
            {t('incident.settle.confirm')}
          </Button>
        </>
      }
    >
      {settle.error === null ? null : <ErrorNotice error={settle.error} />}
      <strong dir="auto">{contradictionWords(contradiction)}</strong>
      <p className="muted">{t('incident.settle.text')}</p>
      <TextArea
        label={t('incident.settle.reason')}
        value={reason}
        onChange={setReason}
        autoFocus
        maxLength={10_000}
        hint={t('incident.settle.reason.hint')}
      />
    </Dialog>
  );
}

/** Takes an explanation back, with a reason. */
export function UnsettleDialog({ contradiction, onClose }: SettleProps) {
  const unsettle = useAct('contradictions.unsettle');
  const id = contradiction.settlement?.id;
  return (
    <ReasonDialog
      title={t('incident.unsettle.title')}
      text={t('incident.unsettle.text')}
      confirm={t('incident.unsettle.confirm')}
      isOpen
      isPending={unsettle.isPending}
      onClose={onClose}
      onConfirm={(reason) => (id === undefined ? onClose() : unsettle.mutate({ id, reason }, { onSettled: onClose }))}
    />
  );
}
