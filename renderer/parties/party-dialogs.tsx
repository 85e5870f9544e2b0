import type { Party } from '#shared/model/parties.ts';
import { GiveGradeDialog } from '../grades/give-grade-dialog.tsx';
import { RemoveRecord } from '../shell/remove-record.tsx';
import { goTo } from '../shell/session.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { PartyDialog } from './party-dialog.tsx';

/** What the page asks just now. */
export type PartyPageDialog = 'edit' | 'remove' | 'merge' | 'grade' | null;

type PartyDialogsProps = { dialog: PartyPageDialog; party: Party; onClose: () => void };

export function PartyDialogs({ dialog, party, onClose }: PartyDialogsProps) {
  switch (dialog) {
    case null:
      return null;
    case 'edit':
      return <PartyDialog party={party} onClose={onClose} />;
    case 'merge':
      return <MergeDialog party={party} onClose={onClose} />;
    case 'grade':
      return <GiveGradeDialog subject={{ kind: 'party', id: party.id }} onClose={onClose} />;
    case 'remove':
      return <RemoveRecord of="parties" id={party.id} onClose={onClose} onRemoved={() => goTo({ name: 'parties' })} />;
  }
}
