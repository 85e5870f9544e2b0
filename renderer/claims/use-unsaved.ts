/** A claim being written is never lost by looking at something else: it comes back as it was left. */
import { useEffect, useRef, useState } from 'react';
import { t } from '../messages/index.ts';
import { inspect } from '../shell/session.ts';
import { notify } from '../ui/toast.tsx';
import { isDirty, type ClaimFormState } from './form-state.ts';

type About = { passageId: string | null; claimId: string | null };

/** Of this window, by what the form is about; forgotten when the program ends. */
const unsaved = new Map<string, ClaimFormState>();
const keyOf = ({ passageId, claimId }: About) => claimId ?? passageId ?? 'new';

/** The form's state, kept when the form goes away unsaved. `finish` says that it was saved or given up. */
export function useUnsaved(initial: ClaimFormState, about: About) {
  const key = keyOf(about);
  const [isBack] = useState(unsaved.has(key));
  const [form, setForm] = useState(() => unsaved.get(key) ?? initial);
  const latest = useRef({ form, initial, about });
  latest.current = { form, initial, about };
  const finished = useRef(false);
  useEffect(() => {
    unsaved.delete(key);
    finished.current = false;
    return () => {
      const last = latest.current;
      if (finished.current || !isDirty(last.initial, last.form)) return;
      unsaved.set(key, last.form);
      const action = { label: t('claims.form.kept.back'), run: () => inspect({ kind: 'claim-form', ...last.about }) };
      notify({ tone: 'plain', title: t('claims.form.kept'), text: t('claims.form.kept.text'), action });
    };
  }, [key]);
  const finish = () => {
    finished.current = true;
  };
  return { form, setForm, finish, isBack };
}
