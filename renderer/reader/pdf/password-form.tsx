import { LockKeyhole } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { TextField } from '../../ui/text-field.tsx';

type PasswordFormProps = {
  name: string;
  isWrong: boolean;
  /** Null where the words cannot be read now, or have been. */
  offersText: boolean;
  onPassword: (password: string, readsText: boolean) => void;
};

/** Asks for the password of a PDF. What is typed is handed over once and forgotten. */
export function PasswordForm({ name, isWrong, offersText, onPassword }: PasswordFormProps) {
  const [password, setPassword] = useState('');
  const [readsText, setReadsText] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password === '') return;
    setPassword('');
    onPassword(password, offersText && readsText);
  };
  return (
    <form className="pdf-locked" onSubmit={submit} aria-labelledby="pdf-locked-title">
      <LockKeyhole aria-hidden />
      <h2 id="pdf-locked-title">{t('reader.pdf.locked.title')}</h2>
      <p className="muted">{t('reader.pdf.locked.text', { name })}</p>
      <TextField
        type="password"
        label={t('reader.pdf.locked.password')}
        value={password}
        onChange={setPassword}
        error={isWrong && password === '' ? t('reader.pdf.locked.wrong') : undefined}
        autoComplete="off"
        autoFocus
        dir="ltr"
      />
      {offersText ? (
        <Checkbox isSelected={readsText} onChange={setReadsText}>
          {t('reader.pdf.locked.read')}
        </Checkbox>
      ) : null}
      <Button type="submit" variant="go" isDisabled={password === ''}>
        {t('reader.pdf.locked.open')}
      </Button>
    </form>
  );
}
