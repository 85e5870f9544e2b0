import { useState } from 'react';
import { chosen } from '../claims/form-state.ts';
import { ItemPicker } from '../claims/item-picker.tsx';
import { t } from '../messages/index.ts';
import { useAct } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';

/** A person says which source this one is a newer version of. */
export function LinkEarlierDialog({ itemId, onClose }: { itemId: string; onClose: () => void }) {
  const [choice, setChoice] = useState(chosen(null));
  const link = useAct('versions.link', { quiet: true });
  const send = () => choice.id !== null && link.mutate({ itemId, earlierId: choice.id }, { onSuccess: onClose });
  return (
    <Dialog
      title={t('versions.link.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="go" isDisabled={choice.id === null || link.isPending} onPress={send}>
            {t('versions.link.confirm')}
          </Button>
        </>
      }
    >
      <p className="muted">{t('versions.link.text')}</p>
      {link.error === null ? null : <ErrorNotice error={link.error} />}
      <ItemPicker label={t('versions.link.earlier')} choice={choice} onChange={setChoice} />
    </Dialog>
  );
}
