import { useState } from 'react';
import { t } from '../../messages/index.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { Moment } from './claim-history.tsx';
import { readMoment } from './read-moment.ts';

/** A date or a time in UTC to look back at. */
export function MomentField({ onMoment }: { onMoment: (moment: Moment | null) => void }) {
  const [words, setWords] = useState('');
  const read = readMoment(words);
  const change = (typed: string) => {
    setWords(typed);
    const at = readMoment(typed);
    if (at !== undefined) onMoment(at === null ? null : { at });
  };
  return (
    <TextField
      label={t('claim-history.moment')}
      placeholder={t('claim-history.moment.hint')}
      dir="ltr"
      value={words}
      onChange={change}
      error={read === undefined ? t('claim-history.moment.error') : undefined}
    />
  );
}
