import { useMemo, useRef } from 'react';
import type { Claim } from '#shared/model/claims.ts';
import { useCommands, type Command } from '../shell/commands.ts';
import { call } from '../shell/engine.ts';
import { editClaim, openItem } from '../shell/session.ts';
import { notifyError } from '../ui/toast.tsx';

export type ClaimView = 'claim' | 'history';
type Acts = {
  onView: (change: (view: ClaimView) => ClaimView) => void;
  onDialog: (dialog: 'link' | 'relate' | 'grade') => void;
};

/** What can be done on a claim's page, by name and key while it is shown. */
export function useClaimCommands(claim: Claim, canWrite: boolean, acts: Acts): void {
  const latest = useRef(acts);
  latest.current = acts;
  const firstPassage = claim.evidence[0]?.passageId;
  const commands = useMemo(() => {
    const group = 'claims.group' as const;
    const ask = (dialog: 'link' | 'relate' | 'grade') => () => latest.current.onDialog(dialog);
    const turn = () => latest.current.onView((view) => (view === 'claim' ? 'history' : 'claim'));
    const changing: Command[] = [
      { id: 'claim.edit', title: 'claims.do.edit', group, keys: 'e', run: () => editClaim(claim.id) },
      { id: 'claim.link', title: 'claims.do.link', group, keys: 'l', run: ask('link') },
      { id: 'claim.relate', title: 'claim-page.do.relate', group, keys: 'r', run: ask('relate') },
      { id: 'claim.grade', title: 'claim-page.do.grade', group, keys: 'g', run: ask('grade') },
    ];
    const reading: Command[] = [{ id: 'claim.history', title: 'claim-page.do.history', group, keys: 'h', run: turn }];
    if (firstPassage !== undefined)
      reading.push({
        id: 'claim.words',
        title: 'claims.do.words',
        group,
        keys: 'w',
        run: () => void showWords(firstPassage).catch(notifyError),
      });
    return canWrite ? [...changing, ...reading] : reading;
  }, [canWrite, claim.id, firstPassage]);
  useCommands(commands);
}

async function showWords(passageId: string): Promise<void> {
  const { itemId } = await call('passages.get', { id: passageId });
  openItem(itemId, { passageId });
}
