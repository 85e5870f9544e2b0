import { useState, type FormEvent } from 'react';
import { t } from '../messages/index.ts';
import { call, useAct } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { notifyError } from '../ui/toast.tsx';

/** Names a case, asks where its folder shall lie, makes it and opens it. */
export function NewCaseDialog({ onClose }: { onClose: () => void }) {
  const [title, setTitle] = useState('');
  const create = useAct('case.create', { quiet: true });
  const named = title.trim();
  const go = async () => {
    if (named === '') return;
    const { folder } = await call('dialogs.newCase', { title: named });
    if (folder !== null) create.mutate({ folder, title: named }, { onSuccess: onClose });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go().catch(notifyError);
  };
  return (
    <Dialog
      title={t('welcome.new')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="go" isDisabled={named === '' || create.isPending} onPress={() => void go().catch(notifyError)}>
            {t('welcome.choose-folder')}
          </Button>
        </>
      }
    >
      <form onSubmit={submit}>
        <TextField
          label={t('welcome.name')}
          placeholder={t('welcome.name.placeholder')}
          hint={t('welcome.new.text')}
          value={title}
          onChange={setTitle}
          autoFocus
        />
      </form>
      {create.error === null ? null : <ErrorNotice error={create.error} />}
    </Dialog>
  );
}
