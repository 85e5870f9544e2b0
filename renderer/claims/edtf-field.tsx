import type { KeyboardEvent } from 'react';
import { edtfOffers } from '#shared/claims/edtf-offers.ts';
import { edtfWords } from '#shared/claims/edtf-words.ts';
import { parseEdtf } from '#shared/edtf.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { edtfError } from './form-errors.ts';

export type EdtfFieldProps = { label: string; value: string; onChange: (value: string) => void; error?: string | undefined };

/** A date as EDTF, read back in words while it is typed. A date as people write it is offered as the EDTF it would be; Enter takes it. */
export function EdtfField({ label, value, onChange, error }: EdtfFieldProps) {
  const typed = value.trim();
  const parses = typed !== '' && parseEdtf(typed) !== null;
  const words = parses ? edtfWords(typed) : null;
  const offers = edtfOffers(typed);
  const takeOnly = (event: KeyboardEvent) => {
    const [only, other] = offers;
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey || only === undefined || other !== undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(only);
  };
  const isWrong = typed !== '' && !parses && typed.length > 3 && offers.length === 0;
  return (
    <div className="edtf-field" data-takes-enter={offers.length === 1 ? '' : undefined} onKeyDownCapture={takeOnly}>
      <TextField
        aria-label={label}
        value={value}
        onChange={onChange}
        dir={/\p{Script=Arabic}/u.test(value) ? 'auto' : 'ltr'}
        placeholder={t('claim.edtf.hint')}
        {...(words === null || words === typed ? {} : { hint: t('claims.form.read-date', { words }) })}
        error={isWrong && error === undefined ? edtfError(typed) : error}
      />
      {offers.length === 0 ? null : (
        <div className="edtf-offers">
          {offers.map((offer) => (
            <Button
              key={offer}
              size="s"
              variant="quiet"
              onPress={() => onChange(offer)}
              {...(offers.length === 1 ? { keys: 'Enter' } : {})}
            >
              <bdi>{t('claims.form.offer-date', { offer, words: edtfWords(offer) })}</bdi>
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
