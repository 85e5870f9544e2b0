import './claim-form.css';
import { useMemo, useRef, useState } from 'react';
import type { Claim } from '#shared/model/claims.ts';
import type { Passage } from '#shared/model/passages.ts';
import type { HoldfastError } from '#shared/errors.ts';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { ClaimFormBody } from './claim-form-body.tsx';
import { formDraft, type FormDraft } from './form-draft.ts';
import { emptyForm, formOfClaim, formOfDraft } from './form-state.ts';

/** The claim being written: new, drafted from a passage's words, or one that exists. */
export function ClaimForm({ passageId, claimId }: { passageId: string | null; claimId: string | null }) {
  if (claimId !== null) return <ExistingClaim claimId={claimId} />;
  return passageId === null ? <NewClaim /> : <ClaimFromPassage passageId={passageId} />;
}

function NewClaim() {
  const initial = useMemo(emptyForm, []);
  return <ClaimFormBody initial={initial} read={[]} passage={null} claimId={null} />;
}

function ClaimFromPassage({ passageId }: { passageId: string }) {
  const { data: passage, error } = useCall('passages.get', { id: passageId });
  const { data, isFetching, error: unread } = useCall('claims.draft', { passageId });
  // What is read when the form opens stays, whatever the case learns while it is written: a party made in it, a new term.
  const draft = useRef<FormDraft | null>(null);
  if (draft.current === null && data !== undefined && !isFetching) draft.current = formDraft(data);
  const failed = error ?? unread;
  if (failed !== null) return <FormError error={failed} />;
  if (passage === undefined || draft.current === null) return <p className="claim-form faint">{t('ui.loading')}</p>;
  return <DraftedClaim draft={draft.current} passage={passage} />;
}

function DraftedClaim({ draft, passage }: { draft: FormDraft; passage: Passage }) {
  const [initial] = useState(() => formOfDraft(draft));
  return <ClaimFormBody initial={initial} read={draft.read} passage={passage} claimId={null} />;
}

function ExistingClaim({ claimId }: { claimId: string }) {
  const { data: claim, error } = useCall('claims.get', { id: claimId });
  if (error !== null) return <FormError error={error} />;
  if (claim === undefined) return <p className="claim-form faint">{t('ui.loading')}</p>;
  return <LoadedClaim claim={claim} />;
}

/** Starts from what the claim said when the form was opened. */
function LoadedClaim({ claim }: { claim: Claim }) {
  const [initial] = useState(() => formOfClaim(claim));
  return <ClaimFormBody initial={initial} read={[]} passage={null} claimId={claim.id} />;
}

function FormError({ error }: { error: HoldfastError }) {
  return (
    <div className="claim-form">
      <ErrorNotice error={error} />
    </div>
  );
}
