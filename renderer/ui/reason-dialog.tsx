import { useState } from 'react';
import { t } from '../messages/index.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextArea } from './text-field.tsx';

export type ReasonDialogProps = {
  title: string;
  /** What happens, and what stays. */
  text: string;
  confirm: string;
  isOpen: boolean;
  isPending?: boolean;
  onClose: () => void;
  onConfirm: (reason: string) => void;
};

/** Asks why something is taken out of the case; the journal keeps the reason. */
export function ReasonDialog({ title, text, confirm, isOpen, isPending = false, onClose, onConfirm }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const given = reason.trim();
  const send = () => given !== '' && onConfirm(given);
  return (
    <Dialog
      title={title}
      role="alertdialog"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="danger" isDisabled={given === '' || isPending} onPress={send}>
            {confirm}
          </Button>
        </>
      }
    >
      <p className="muted">{text}</p>
      <TextArea label={t('ui.reason')} value={reason} onChange={setReason} autoFocus hint={t('ui.reason.hint')} />
    </Dialog>
  );
}
