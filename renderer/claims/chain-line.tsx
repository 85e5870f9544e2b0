import { ArrowRight } from 'lucide-react';
import { Fragment } from 'react';
import { edtfWords } from '#shared/claims/edtf-words.ts';
import { parseEdtf } from '#shared/edtf.ts';
import { t } from '../messages/index.ts';
import type { ChainForm } from './chain-words.ts';

/** The whole chain in a line, as it stands: who, in what medium, when. */
export function ChainLine({ form, names, warned }: { form: ChainForm; names: readonly (string | null)[]; warned: ReadonlySet<number> }) {
  const steps = [{ medium: '', date: form.saidAt, key: 0 }, ...form.via];
  return (
    <p className="chain-line" aria-label={t('claim.chain')}>
      {steps.map(({ key, medium, date }, at) => (
        <Fragment key={key}>
          {at === 0 ? null : <ArrowRight aria-hidden className="chain-arrow" />}
          <span className={warned.has(at) ? 'chain-step chain-step-warned' : 'chain-step'}>
            <bdi className={names[at] == null ? 'muted' : 'chain-who'}>{names[at] ?? t('claim.chain.unknown')}</bdi>
            <span className="faint">
              {medium.trim() === '' ? null : (
                <>
                  {', '}
                  <bdi>{medium.trim()}</bdi>
                </>
              )}
              {', '}
              <bdi>{dateWords(date)}</bdi>
            </span>
          </span>
        </Fragment>
      ))}
    </p>
  );
}

function dateWords(date: string): string {
  return date.trim() === '' || parseEdtf(date.trim()) === null ? t('claims.undated') : edtfWords(date);
}
