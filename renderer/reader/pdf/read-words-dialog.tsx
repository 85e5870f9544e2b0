import { useState } from 'react';
import { HoldfastError } from '#shared/errors.ts';
import { t } from '../../messages/index.ts';
import { call } from '../../shell/engine.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notifyError } from '../../ui/toast.tsx';

/** Asks for the password once more and has the words read with it. A direct call: the cache of answers keeps inputs. */
export function ReadWordsDialog({ itemId, onClose }: { itemId: string; onClose: () => void }) {
  const [password, setPassword] = useState('');
  const [state, setState] = useState<'asking' | 'reading' | 'wrong'>('asking');
  const read = async () => {
    const given = password;
    setPassword('');
    setState('reading');
    try {
      await call('pdf.readText', { itemId, password: given });
      onClose();
    } catch (error) {
      const isWrong = error instanceof HoldfastError && error.code === 'pdf-password-wrong';
      setState(isWrong ? 'wrong' : 'asking');
      if (!isWrong) notifyError(error);
    }
  };
  return (
    <Dialog
      title={t('reader.pdf.locked.read-title')}
      isOpen
      onClose={onClose}
      actions={
        <Button variant="go" isDisabled={password === '' || state === 'reading'} onPress={() => void read()}>
          {t('reader.pdf.locked.read-do')}
        </Button>
      }
    >
      <form
        className="pdf-read-words"
        onSubmit={(event) => {
          event.preventDefault();
          if (password !== '') void read();
        }}
      >
        <p className="muted">{t('reader.pdf.locked.read-text')}</p>
        <TextField
          type="password"
          label={t('reader.pdf.locked.password')}
          value={password}
          onChange={setPassword}
          error={state === 'wrong' && password === '' ? t('reader.pdf.locked.wrong') : undefined}
          autoComplete="off"
          autoFocus
          dir="ltr"
        />
      </form>
    </Dialog>
  );
}
