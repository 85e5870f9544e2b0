import { useState } from 'react';
import type { Party } from '#shared/model/parties.ts';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { useAct, useCall } from '../shell/engine.ts';
import { openParty } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';

/** What a party was found to be, and which others were found to be it. */
export function MergedNotes({ party }: { party: Party }) {
  const others = useCall('parties.list', { mergedInto: party.id, limit: 100 }).data?.rows ?? [];
  return (
    <>
      {party.mergedInto === null ? null : <MergedInto party={party} intoId={party.mergedInto} />}
      {others.length === 0 ? null : (
        <p className="party-merged">
          <span className="muted">{t('party.merged.others')}</span>
          {others.map(({ id, name }) => (
            <button key={id} type="button" className="row-link" dir="auto" onClick={() => openParty(id)}>
              {name}
            </button>
          ))}
        </p>
      )}
    </>
  );
}

function MergedInto({ party, intoId }: { party: Party; intoId: string }) {
  const [asking, setAsking] = useState(false);
  const into = useCall('parties.get', { id: intoId }).data;
  const unmerge = useAct('parties.unmerge');
  const canWrite = useCanWrite();
  return (
    <div className="party-merged" role="note">
      <span>{t('party.merged.into')}</span>
      <button type="button" className="row-link" dir="auto" onClick={() => openParty(intoId)}>
        {into?.name ?? '…'}
      </button>
      {canWrite ? (
        <Button size="s" variant="quiet" onPress={() => setAsking(true)}>
          {t('party.unmerge')}
        </Button>
      ) : null}
      {asking ? (
        <ReasonDialog
          title={t('party.unmerge.title')}
          text={t('party.unmerge.text')}
          confirm={t('party.unmerge.confirm')}
          isOpen
          isPending={unmerge.isPending}
          onClose={() => setAsking(false)}
          onConfirm={(reason) => unmerge.mutate({ id: party.id, reason }, { onSettled: () => setAsking(false) })}
        />
      ) : null}
    </div>
  );
}
