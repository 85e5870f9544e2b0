import './claim-form.css';
import { useMemo, useState } from 'react';
import { draftFromWords } from '#shared/claims/draft-from-words.ts';
import type { Claim } from '#shared/model/claims.ts';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { ClaimFormBody } from './claim-form-body.tsx';
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
  const quote = passage?.quote;
  const draft = useMemo(() => (quote === undefined ? null : draftFromWords(quote)), [quote]);
  const initial = useMemo(() => (draft === null ? null : formOfDraft(draft)), [draft]);
  if (error !== null)
    return (
      <div className="claim-form">
        <ErrorNotice error={error} />
      </div>
    );
  if (passage === undefined || draft === null || initial === null) return <p className="claim-form faint">{t('ui.loading')}</p>;
  return <ClaimFormBody initial={initial} read={draft.read} passage={passage} claimId={null} />;
}

function ExistingClaim({ claimId }: { claimId: string }) {
  const { data: claim, error } = useCall('claims.get', { id: claimId });
  if (error !== null)
    return (
      <div className="claim-form">
        <ErrorNotice error={error} />
      </div>
    );
  if (claim === undefined) return <p className="claim-form faint">{t('ui.loading')}</p>;
  return <LoadedClaim claim={claim} />;
}

/** Starts from what the claim said when the form was opened. */
function LoadedClaim({ claim }: { claim: Claim }) {
  const [initial] = useState(() => formOfClaim(claim));
  return <ClaimFormBody initial={initial} read={[]} passage={null} claimId={claim.id} />;
}
