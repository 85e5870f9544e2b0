import { edtfWords } from '#shared/claims/edtf-words.ts';
import { parseEdtf } from '#shared/edtf.ts';
import { t } from '../messages/index.ts';
import { TextField } from '../ui/text-field.tsx';

export type EdtfFieldProps = { label: string; value: string; onChange: (value: string) => void; error?: string | undefined };

/** A date as EDTF, read back in words while it is typed. */
export function EdtfField({ label, value, onChange, error }: EdtfFieldProps) {
  const typed = value.trim();
  const parses = typed !== '' && parseEdtf(typed) !== null;
  const words = parses ? edtfWords(typed) : null;
  return (
    <TextField
      aria-label={label}
      value={value}
      onChange={onChange}
      dir="ltr"
      placeholder={t('claim.edtf.hint')}
      {...(words === null || words === typed ? {} : { hint: t('claims.form.read-date', { words }) })}
      error={typed !== '' && !parses && error === undefined && typed.length > 3 ? t('claims.error.edtf') : error}
    />
  );
}
