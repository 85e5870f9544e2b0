/** Which thing an entry is about, for the comparison of two journals. */
import { recordTables } from '../items/bury.ts';
import type { MergedKind } from '#shared/model/merges.ts';

export type Thing = { kind: MergedKind; id: string };

const whole: Record<string, MergedKind> = {
  'item.kept': 'item',
  'item.described': 'itemNote',
  'item.custody': 'itemCustody',
  'file.derived': 'file',
  'passage.carried': 'passageCarry',
  'evidence.linked': 'evidence',
  'tag.coloured': 'tagColour',
  'case.configured': 'caseSetting',
  'version.linked': 'itemVersion',
  'version.unlinked': 'itemVersion',
  'address.gone': 'absence',
  'redaction.made': 'redaction',
};
const made: readonly string[] = ['passage', 'passageLink', 'claim', 'party', 'incident', ...recordTables];
const buried: readonly string[] = ['item', 'file', 'evidence', ...made];

/**
 * Null for acts that are no part of what a case says, such as verifying, sealing, exporting, or the addresses that wait
 * for capture: these stay in the branch.
 */
export function thingOf({ action, subject }: { action: string; subject: string }): Thing | null {
  const kind = whole[action] ?? byVerb(action);
  return kind === null ? null : { kind, id: subject };
}

function byVerb(action: string): MergedKind | null {
  const [feature = '', verb = ''] = action.split('.');
  const known = verb === 'created' || verb === 'updated' ? made : verb === 'removed' || verb === 'restored' ? buried : [];
  return known.includes(feature) ? (feature as MergedKind) : null;
}

export const keyOf = ({ kind, id }: Thing): string => `${kind} ${id}`;

export const isRemoval = (action: string): boolean => action.endsWith('.removed') || action === 'version.unlinked';
export const isReturn = (action: string): boolean => action.endsWith('.restored');
