import './party-page.css';
import { Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { claimSentence } from '#shared/claims/claim-sentence.ts';
import type { Claim } from '#shared/model/claims.ts';
import type { Party } from '#shared/model/parties.ts';
import { SaidOn } from '../claims/claim-columns.tsx';
import { GradesSection } from '../grades/grades-section.tsx';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { useCommands } from '../shell/commands.ts';
import { useCall } from '../shell/engine.ts';
import { openClaim } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Page } from '../ui/page.tsx';
import { RelationsSection } from '../links/relations-section.tsx';
import { MergedNotes } from './merged-notes.tsx';
import { PartyAbout } from './party-about.tsx';
import { PartyDialogs, type PartyPageDialog } from './party-dialogs.tsx';
import { partyKindWords } from './party-kind.ts';

/** One person or body: its names, what it says, and where else claims name it. */
export function PartyPage({ id }: { id: string }) {
  const { data: party, error } = useCall('parties.get', { id });
  const claims = useCall('claims.list', { partyId: id, limit: 1000 }).data?.rows;
  if (party !== undefined && claims !== undefined) return <Loaded party={party} claims={claims} />;
  return <div className="page">{error === null ? t('ui.loading') : <ErrorNotice error={error} />}</div>;
}

function Loaded({ party, claims }: { party: Party; claims: Claim[] }) {
  const [dialog, setDialog] = useState<PartyPageDialog>(null);
  const canWrite = useCanWrite();
  useCommands(
    useMemo(
      () =>
        canWrite
          ? [
              { id: 'party.edit', title: 'party.dialog.edit', group: 'claims.group', keys: 'e', run: () => setDialog('edit') },
              { id: 'party.grade', title: 'grades.dialog', group: 'claims.group', keys: 'g', run: () => setDialog('grade') },
              { id: 'party.merge', title: 'party.merge', group: 'claims.group', run: () => setDialog('merge') },
            ]
          : [],
      [canWrite],
    ),
  );
  const said = claims.filter((claim) => claim.speakerId === party.id);
  const named = claims.filter((claim) => claim.speakerId !== party.id);
  const actions = (
    <>
      <Button keys="e" isDisabled={!canWrite} onPress={() => setDialog('edit')}>
        {t('party.edit')}
      </Button>
      {party.mergedInto === null ? (
        <Button isDisabled={!canWrite} onPress={() => setDialog('merge')}>
          {t('party.merge')}
        </Button>
      ) : null}
      <Button variant="danger" isDisabled={!canWrite} onPress={() => setDialog('remove')}>
        {t('parties.remove')}
      </Button>
    </>
  );
  return (
    <Page title={party.name} subtitle={partyKindWords(party.kind)} actions={actions}>
      <MergedNotes party={party} />
      <PartyAbout party={party} />
      <div className="party-judged">
        <RelationsSection kind="party" id={party.id} name={party.name} />
        <GradesSection subject={{ kind: 'party', id: party.id }} onGive={canWrite ? () => setDialog('grade') : null} />
      </div>
      {claims.length === 0 ? <EmptyState icon={Users} title={t('party.claims.none.title')} text={t('party.claims.none.text')} /> : null}
      {said.length === 0 ? null : <ClaimLines title={t('party.speaks')} claims={said} party={party} />}
      {named.length === 0 ? null : <ClaimLines title={t('party.named')} claims={named} party={party} />}
      <PartyDialogs dialog={dialog} party={party} onClose={() => setDialog(null)} />
    </Page>
  );
}

function ClaimLines({ title, claims, party }: { title: string; claims: readonly Claim[]; party: Party }) {
  return (
    <section className="party-claims">
      <h2>{title}</h2>
      <ul>
        {claims.map((claim) => (
          <li key={claim.id}>
            <span className="party-said">
              <SaidOn saidAt={claim.saidAt} />
            </span>
            <button type="button" className="row-link" dir="auto" onClick={() => openClaim(claim.id)}>
              {claimSentence(claim)}
            </button>
            {rolesOf(claim, party.id).map((role) => (
              <Chip key={role}>{role}</Chip>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function rolesOf(claim: Claim, partyId: string): string[] {
  const hops = claim.via.filter((hop) => hop.partyId === partyId).map((hop) => hop.medium);
  return [...new Set([...claim.parties.filter((one) => one.partyId === partyId).map((one) => one.role), ...hops])].filter(
    (role) => role !== '',
  );
}
