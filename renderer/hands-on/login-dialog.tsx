import { useState, type FormEvent } from 'react';
import type { HandsOnState } from '#shared/hands-on.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { tell } from './toolbar-state.ts';

/** What a browser asks in a window of its own: the login of HTTP itself. */
export function LoginDialog({ asked: { host, realm } }: { asked: NonNullable<HandsOnState['asksLogin']> }) {
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const give = () => tell('logIn', { given: { user, password } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    give();
  };
  const cancel = () => tell('logIn', { given: null });
  return (
    <Dialog
      title={t('hands-on.login.title', { host })}
      isOpen
      onClose={cancel}
      actions={
        <>
          <Button onPress={cancel}>{t('ui.cancel')}</Button>
          <Button variant="go" isDisabled={user === ''} onPress={give}>
            {t('hands-on.login.go')}
          </Button>
        </>
      }
    >
      <p className="muted">
        {realm === '' ? null : `${t('hands-on.login.realm', { realm })} `}
        {t('hands-on.login.text')}
      </p>
      <form onSubmit={submit} className="login-fields">
        <TextField label={t('hands-on.login.user')} value={user} onChange={setUser} autoFocus />
        <TextField label={t('hands-on.login.password')} type="password" value={password} onChange={setPassword} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
