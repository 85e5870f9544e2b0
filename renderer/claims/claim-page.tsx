import './claim-page.css';
import { useState } from 'react';
import { claimSentence } from '#shared/claims/claim-sentence.ts';
import type { Claim } from '#shared/model/claims.ts';
import { GiveGradeDialog } from '../grades/give-grade-dialog.tsx';
import { GradesSection } from '../grades/grades-section.tsx';
import { t } from '../messages/index.ts';
import { usePartyNames } from '../parties/party-names.tsx';
import { useCanWrite } from '../shell/case-info.ts';
import { useCall } from '../shell/engine.ts';
import { editClaim, goTo } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Page } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { utcWords } from '../ui/times.tsx';
import { ChainSection } from './chain/chain-section.tsx';
import { ClaimFacts } from './claim-facts.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { ClaimHistory } from './history/claim-history.tsx';
import { LinkPassageDialog } from './link-passage-dialog.tsx';
import { ClaimRelations } from './relations/claim-relations.tsx';
import { RelateDialog } from './relations/relate-dialog.tsx';
import { RemoveClaim } from './remove-claim.tsx';
import { useClaimCommands, type ClaimView } from './use-claim-commands.ts';

type OpenDialog = 'link' | 'relate' | 'grade' | 'remove' | null;

/** One claim whole: what it says, who says it via whom, the passages anybody can check it by, how it is judged and what it said before. */
export function ClaimPage({ id }: { id: string }) {
  const { data: claim, error } = useCall('claims.get', { id });
  if (claim !== undefined) return <LoadedClaim claim={claim} />;
  return <div className="page">{error === null ? t('ui.loading') : <ErrorNotice error={error} />}</div>;
}

function LoadedClaim({ claim }: { claim: Claim }) {
  const names = usePartyNames();
  const canWrite = useCanWrite();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const [view, setView] = useState<ClaimView>('claim');
  useClaimCommands(claim, canWrite, { onView: setView, onDialog: setDialog });
  const actions = (
    <>
      <Segmented
        label={t('claim-page.view')}
        options={[
          { id: 'claim', label: t('claim-page.view.claim') },
          { id: 'history', label: t('claim-page.view.history') },
        ]}
        value={view}
        onChange={setView}
      />
      <Button keys="e" isDisabled={!canWrite} onPress={() => editClaim(claim.id)}>
        {t('claims.edit')}
      </Button>
      <Button variant="danger" isDisabled={!canWrite} onPress={() => setDialog('remove')}>
        {t('claims.remove')}
      </Button>
    </>
  );
  return (
    <Page
      title={claimSentence(claim, names)}
      subtitle={t('claim.created.by', { at: utcWords(claim.createdAt), who: claim.createdBy })}
      actions={actions}
    >
      {view === 'history' ? (
        <ClaimHistory claim={claim} />
      ) : (
        <ClaimBody claim={claim} names={names} onDialog={canWrite ? setDialog : null} />
      )}
      <ClaimDialog claim={claim} dialog={dialog} onClose={() => setDialog(null)} />
    </Page>
  );
}

type BodyProps = { claim: Claim; names: ReadonlyMap<string, string>; onDialog: ((dialog: OpenDialog) => void) | null };

function ClaimBody({ claim, names, onDialog }: BodyProps) {
  const asks = (dialog: OpenDialog) => (onDialog === null ? null : () => onDialog(dialog));
  return (
    <div className="claim-page">
      <EvidenceList claimId={claim.id} onLink={asks('link')} />
      <div className="claim-page-side">
        <ChainSection claim={claim} names={names} />
        <section aria-label={t('claim.facts')}>
          <h2>{t('claim.facts')}</h2>
          <ClaimFacts claim={claim} names={names} />
        </section>
        <GradesSection subject={{ kind: 'claim', id: claim.id }} onGive={asks('grade')} />
        <ClaimRelations claimId={claim.id} onAdd={asks('relate')} />
      </div>
    </div>
  );
}

function ClaimDialog({ claim, dialog, onClose }: { claim: Claim; dialog: OpenDialog; onClose: () => void }) {
  switch (dialog) {
    case 'link':
      return <LinkPassageDialog claimId={claim.id} onClose={onClose} />;
    case 'relate':
      return <RelateDialog claimId={claim.id} onClose={onClose} />;
    case 'grade':
      return <GiveGradeDialog subject={{ kind: 'claim', id: claim.id }} onClose={onClose} />;
    case 'remove':
      return <RemoveClaim claim={claim} onClose={onClose} onRemoved={() => goTo({ name: 'claims' })} />;
    case null:
      return null;
  }
}
