import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { claimSentence } from '#shared/claims/claim-sentence.ts';
import type { EvidenceLink } from '#shared/model/claims.ts';
import { stances } from '#shared/model/vocabulary.ts';
import { t } from '../messages/index.ts';
import { usePartyNames } from '../parties/party-names.tsx';
import { call, useAct } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Select } from '../ui/select.tsx';
import { notify } from '../ui/toast.tsx';

/** Ties a carried passage to a claim of the passage it was carried from, which the claim keeps. */
export function TieDialog({ passageId, claimIds, onClose }: { passageId: string; claimIds: readonly string[]; onClose: () => void }) {
  const names = usePartyNames();
  const answers = useQueries({
    queries: claimIds.map((id) => ({ queryKey: ['claims.get', { id }], queryFn: () => call('claims.get', { id }) })),
  });
  const claims = answers.flatMap(({ data }) => (data === undefined ? [] : [data]));
  const [chosen, setChosen] = useState<string | null>(claimIds[0] ?? null);
  const [stance, setStance] = useState<EvidenceLink['stance']>('repeats');
  const link = useAct('evidence.link', { quiet: true });
  const send = () =>
    chosen !== null &&
    link.mutate(
      { claimId: chosen, passageId, stance },
      { onSuccess: () => (onClose(), notify({ tone: 'good', title: t('carry.tie.done') })) },
    );
  return (
    <Dialog
      title={t('carry.tie.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="go" isDisabled={chosen === null || link.isPending} onPress={send}>
            {t('carry.tie.confirm')}
          </Button>
        </>
      }
    >
      <p className="muted">{t('carry.tie.text')}</p>
      {link.error === null ? null : <ErrorNotice error={link.error} />}
      <Select
        label={t('carry.tie.claim')}
        options={claims.map((claim) => ({ id: claim.id, label: claimSentence(claim, names) }))}
        value={chosen}
        onChange={setChosen}
      />
      <Select label={t('claim.stance.hint')} options={stances.map((id) => ({ id, label: id }))} value={stance} onChange={setStance} />
    </Dialog>
  );
}
