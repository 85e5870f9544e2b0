import type { CallInput } from '#shared/contract.ts';
import type { HoldfastError } from '#shared/errors.ts';
import type { Passage } from '#shared/model/passages.ts';
import { t } from '../messages/index.ts';
import { useAct } from '../shell/engine.ts';
import { closeInspector, inspect, openClaim } from '../shell/session.ts';
import { notify } from '../ui/toast.tsx';
import { fieldsOf, type ClaimFormState } from './form-state.ts';

type Fields = CallInput<'claims.update'>['fields'];
export type SaveClaim = { run: (form: ClaimFormState) => void; isPending: boolean; error: HoldfastError | null };

/** Saves the form as a new claim standing on the passage, or as what an existing claim says now. */
export function useSaveClaim({
  passage,
  claimId,
  onSaved,
}: {
  passage: Passage | null;
  claimId: string | null;
  onSaved: () => void;
}): SaveClaim {
  const create = useAct('claims.create', { quiet: true });
  const update = useAct('claims.update', { quiet: true });
  const saved = ({ id }: { id: string }) => {
    onSaved();
    if (passage !== null) inspect({ kind: 'passage', passageId: passage.id });
    else closeInspector();
    if (passage === null && claimId === null) openClaim(id);
    notify({ tone: 'good', title: t('claims.form.saved'), action: { label: t('claims.form.open'), run: () => openClaim(id) } });
  };
  return {
    run(form) {
      const fields = fieldsOf(form) as Fields;
      if (claimId !== null) return update.mutate({ id: claimId, fields, ...whyOf(form) }, { onSuccess: saved });
      const evidence = passage === null ? [] : [{ passageId: passage.id, stance: form.stance, note: form.evidenceNote }];
      create.mutate({ ...fields, evidence, repeats: form.repeats }, { onSuccess: saved });
    },
    isPending: create.isPending || update.isPending,
    error: create.error ?? update.error,
  };
}

function whyOf({ why }: ClaimFormState): { why?: string } {
  return why.trim() === '' ? {} : { why: why.trim() };
}
