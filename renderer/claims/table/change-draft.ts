/** What a bulk edit holds while it is put together. Pure. */
import { claimChanges, type ClaimChanges } from '#shared/model/claim-changes.ts';
import type { Place } from '#shared/model/claims.ts';
import type { OwnField } from '#shared/model/vocabularies.ts';
import { chosen, type Choice } from '../form-state.ts';

export const changeKinds = [
  'act',
  'modality',
  'speakerId',
  'saidAt',
  'when',
  'place',
  'cause',
  'incidentId',
  'addParty',
  'removeParty',
  'renameUnit',
] as const;
export type ChangeKind = (typeof changeKinds)[number] | `field:${string}`;

type Value = string | number | boolean;
export type ChangeDraft = {
  act: string;
  modality: string;
  speakerId: Choice;
  incidentId: Choice;
  saidAt: string;
  when: string;
  place: Place;
  cause: string;
  addParty: { party: Choice; role: string };
  removeParty: { party: Choice; role: string };
  renameUnit: { from: string; to: string };
  extra: Record<string, Value | undefined>;
};

export const emptyDraft: ChangeDraft = {
  act: '',
  modality: 'asserts',
  speakerId: chosen(null),
  incidentId: chosen(null),
  saidAt: '',
  when: '',
  place: { name: '', names: {}, latitude: null, longitude: null, precision: 'unknown' },
  cause: '',
  addParty: { party: chosen(null), role: '' },
  removeParty: { party: chosen(null), role: '' },
  renameUnit: { from: '', to: '' },
  extra: {},
};

/** The fields chosen, as the engine takes them; null while one is not whole. Words that choose nothing are not taken for nothing. */
export function toChanges(kinds: readonly ChangeKind[], draft: ChangeDraft): ClaimChanges | null {
  if (kinds.some((kind) => isUnresolved(kind, draft))) return null;
  const plain = kinds.filter((kind) => !kind.startsWith('field:')) as (typeof changeKinds)[number][];
  const own = kinds.filter((kind) => kind.startsWith('field:')).map((kind) => kind.slice('field:'.length));
  const parsed = claimChanges.safeParse({
    ...Object.fromEntries(plain.map((kind) => [kind, valueOf(kind, draft)])),
    ...(own.length === 0 ? {} : { extra: Object.fromEntries(own.map((name) => [name, draft.extra[name] ?? null])) }),
  });
  return parsed.success ? parsed.data : null;
}

function isUnresolved(kind: ChangeKind, draft: ChangeDraft): boolean {
  return (kind === 'speakerId' || kind === 'incidentId') && draft[kind].id === null && draft[kind].words.trim() !== '';
}

function valueOf(kind: (typeof changeKinds)[number], draft: ChangeDraft): unknown {
  switch (kind) {
    case 'speakerId':
    case 'incidentId':
      return draft[kind].id;
    case 'addParty':
    case 'removeParty':
      return { partyId: draft[kind].party.id, role: draft[kind].role };
    case 'place':
      return draft.place.name.trim() === '' ? null : draft.place;
    case 'saidAt':
    case 'when':
    case 'cause':
      return draft[kind].trim() === '' ? null : draft[kind].trim();
    default:
      return draft[kind];
  }
}

export const ownFieldOf = (kind: ChangeKind, fields: readonly OwnField[]): OwnField | undefined =>
  fields.find(({ name }) => kind === `field:${name}`);
