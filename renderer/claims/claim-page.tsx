import './claim-page.css';
import { useMemo, useRef, useState } from 'react';
import { claimSentence } from '#shared/claims/claim-sentence.ts';
import type { Claim } from '#shared/model/claims.ts';
import { t } from '../messages/index.ts';
import { usePartyNames } from '../parties/party-names.tsx';
import { useCanWrite } from '../shell/case-info.ts';
import { useCommands, type Command } from '../shell/commands.ts';
import { call, useCall } from '../shell/engine.ts';
import { editClaim, goTo, openItem } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Page } from '../ui/page.tsx';
import { utcWords } from '../ui/times.tsx';
import { notifyError } from '../ui/toast.tsx';
import { AttributionChain } from './attribution-chain.tsx';
import { ClaimFacts } from './claim-facts.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { LinkPassageDialog } from './link-passage-dialog.tsx';
import { RemoveClaim } from './remove-claim.tsx';

/** One claim whole: what it says, who says it via whom, and the passages anybody can check it by. */
export function ClaimPage({ id }: { id: string }) {
  const { data: claim, error } = useCall('claims.get', { id });
  if (claim !== undefined) return <LoadedClaim claim={claim} />;
  return <div className="page">{error === null ? t('ui.loading') : <ErrorNotice error={error} />}</div>;
}

function LoadedClaim({ claim }: { claim: Claim }) {
  const names = usePartyNames();
  const canWrite = useCanWrite();
  const [dialog, setDialog] = useState<'link' | 'remove' | null>(null);
  useClaimCommands(claim, canWrite, () => setDialog('link'));
  const actions = (
    <>
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
      <div className="claim-page">
        <EvidenceList claim={claim} onLink={canWrite ? () => setDialog('link') : null} />
        <section className="claim-page-side">
          <h2>{t('claim.chain')}</h2>
          <AttributionChain claim={claim} names={names} />
          <h2>{t('claim.facts')}</h2>
          <ClaimFacts claim={claim} names={names} />
        </section>
      </div>
      {dialog === 'link' ? <LinkPassageDialog claimId={claim.id} onClose={() => setDialog(null)} /> : null}
      {dialog === 'remove' ? (
        <RemoveClaim claim={claim} onClose={() => setDialog(null)} onRemoved={() => goTo({ name: 'claims' })} />
      ) : null}
    </Page>
  );
}

/** Edit, link and the way to the words, by name and key while the page is shown. */
function useClaimCommands(claim: Claim, canWrite: boolean, onLink: () => void): void {
  const link = useRef(onLink);
  link.current = onLink;
  const firstPassage = claim.evidence[0]?.passageId;
  const commands = useMemo(() => {
    const group = 'claims.group' as const;
    const changing: Command[] = [
      { id: 'claim.edit', title: 'claims.do.edit', group, keys: 'e', run: () => editClaim(claim.id) },
      { id: 'claim.link', title: 'claims.do.link', group, keys: 'l', run: () => link.current() },
    ];
    const reading: Command[] =
      firstPassage === undefined
        ? []
        : [{ id: 'claim.words', title: 'claims.do.words', group, keys: 'w', run: () => void showWords(firstPassage).catch(notifyError) }];
    return canWrite ? [...changing, ...reading] : reading;
  }, [canWrite, claim.id, firstPassage]);
  useCommands(commands);
}

async function showWords(passageId: string): Promise<void> {
  const { itemId } = await call('passages.get', { id: passageId });
  openItem(itemId, { passageId });
}
