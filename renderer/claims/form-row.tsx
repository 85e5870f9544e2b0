import './claim-form.css';
import { Check, CircleDashed, PenLine, Keyboard, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../messages/index.ts';
import { useFormContext } from './form-context.ts';
import type { FieldState } from './form-draft.ts';

type Props = {
  label: string;
  children: ReactNode;
  /** How the form calls the field; its state and the words it was read from are shown. */
  field?: string;
  /** What the reading means, said after the words. */
  reading?: string | undefined;
  /** The words it was read from are shown by its own fields. */
  hasOwnWords?: boolean;
  /** Enter does not stop here while it is empty. */
  isAside?: boolean;
};

/** A field of the claim: its name and state at the side, and under it the words it was read from. */
export function FormRow({ label, children, field, reading, hasOwnWords = false, isAside = false }: Props) {
  const { stateOf } = useFormContext();
  const state = field === undefined ? 'default' : stateOf(field);
  const mark = field === undefined ? {} : { 'data-field': field, 'data-state': isAside && state === 'empty' ? 'default' : state };
  return (
    <div className="claim-row" {...mark}>
      <div className="claim-row-label">
        <span aria-hidden>{label}</span>
        <StateMark state={state} />
      </div>
      <div className="claim-row-body">
        {children}
        {field === undefined || hasOwnWords ? null : <From field={field} reading={reading} />}
      </div>
    </div>
  );
}

const marks: Partial<Record<FieldState, LucideIcon>> = {
  drafted: CircleDashed,
  confirmed: Check,
  corrected: PenLine,
  typed: Keyboard,
};

/** How far the person has gone over a drafted field; nothing in a form that was not drafted. */
export function StateMark({ state }: { state: FieldState }) {
  const { isDrafted } = useFormContext();
  const Icon = marks[state];
  if (!isDrafted || Icon === undefined || state === 'empty' || state === 'default') return null;
  return (
    <span className={`claim-state claim-state-${state}`}>
      <Icon aria-hidden />
      {t(`claims.state.${state}`)}
    </span>
  );
}

/** The words a drafted field was read from, and how they were read. */
export function From({ field, reading, state }: { field: string; reading?: string | undefined; state?: FieldState }) {
  const reads = useFormContext().readsOf(field);
  if (reads.length === 0) return null;
  const rules = [...new Set(reads.map(({ rule }) => rule))].filter((rule) => rule !== null);
  return (
    <p className="claim-from">
      {state === undefined ? null : (
        <>
          <StateMark state={state} />{' '}
        </>
      )}
      {t('claims.form.from')}{' '}
      {reads.map(({ from, start }, at) => (
        <span key={`${start} ${at}`}>
          {at === 0 ? null : ', '}
          <q dir="auto">{from}</q>
        </span>
      ))}
      {reading === undefined ? null : `, ${reading}`}
      {rules.map((rule) => (
        <span className="claim-rule" key={rule}>
          {rule}
        </span>
      ))}
    </p>
  );
}
