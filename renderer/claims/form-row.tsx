import './claim-form.css';
import type { ReactNode } from 'react';
import { t } from '../messages/index.ts';

/** A field of the claim: its name at the side, and under it the words it was read from. */
export function FormRow({
  label,
  children,
  from,
  reading,
  field,
}: {
  label: string;
  children: ReactNode;
  from?: string | undefined;
  reading?: string | undefined;
  field?: string;
}) {
  return (
    <div className="claim-row" data-field={field}>
      <span className="claim-row-label" aria-hidden>
        {label}
      </span>
      <div className="claim-row-body">
        {children}
        {from === undefined ? null : <From words={from} reading={reading} />}
      </div>
    </div>
  );
}

/** The words a drafted field was read from, and how they were read. */
export function From({ words, reading }: { words: string; reading?: string | undefined }) {
  return (
    <p className="claim-from">
      {t('claims.form.from')} <q dir="auto">{words}</q>
      {reading === undefined ? null : `, ${reading}`}
    </p>
  );
}
