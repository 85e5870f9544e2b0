import type { Command } from '../shell/commands.ts';
import { showCustody } from '../custody/custody-part.ts';
import { showDialog } from '../shell/session.ts';
import { askForTimestamp, retryTimestamps, sealNow } from './seal-acts.ts';

const group = 'shell.group.proof';

export const sealCommands: readonly Command[] = [
  { id: 'seals.make', title: 'seals.make', group, keys: '$mod+Shift+s', run: () => void sealNow() },
  { id: 'timestamps.request', title: 'stamps.ask.last', group, run: () => void askForTimestamp() },
  { id: 'timestamps.retry', title: 'stamps.retry.all', group, run: () => void retryTimestamps() },
];

export const sealViewCommands: readonly Command[] = [
  { id: 'seals.show', title: 'seals.list', group, run: () => showCustody('seals') },
  { id: 'authorities.open', title: 'authorities.title', group, run: () => showDialog('authorities') },
];
