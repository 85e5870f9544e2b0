/** What stands on what: a thing that another one leans on is not removed. */
import type { Raw } from '../rebuild/raw-rows.ts';

const stands = (id: string) => `NOT EXISTS (SELECT 1 FROM tombstone s WHERE s.subject = ${id})`;

/** For each kind, ids of it that something standing leans on. */
const leanedOn = {
  passage: `SELECT passageId AS id FROM evidence WHERE ${stands('evidence.id')} AND ${stands('evidence.claimId')}`,
  item: `SELECT itemId AS id FROM passage WHERE ${stands('passage.id')}`,
  file: `SELECT textFileId AS id FROM passage WHERE ${stands('passage.id')} UNION SELECT fileId FROM passage WHERE ${stands('passage.id')}`,
  incident: `SELECT incidentId AS id FROM claim WHERE ${stands('claim.id')}`,
  party: `SELECT speakerId AS id FROM claim WHERE ${stands('claim.id')}
    UNION SELECT partyId FROM claimVia WHERE ${stands('claimVia.claimId')}
    UNION SELECT partyId FROM claimParty WHERE ${stands('claimParty.claimId')}
    UNION SELECT partyId FROM incidentParty WHERE ${stands('incidentParty.incidentId')}
    UNION SELECT intoId FROM partyMerge WHERE ${stands('partyMerge.id')}`,
} as const;

export type LeanedKind = keyof typeof leanedOn;
export const leanedKinds = Object.keys(leanedOn) as LeanedKind[];
const isLeaned = (kind: string): kind is LeanedKind => kind in leanedOn;

export function isLeanedOn(raw: Raw, { kind, id }: { kind: string; id: string }): boolean {
  return isLeaned(kind) && raw.prepare(`SELECT 1 FROM (${leanedOn[kind]}) l WHERE l.id = ?`).get(id) !== undefined;
}

/** Removed things that something which stands leans on, with the removal that stands. */
export function leanedOnInVain(raw: Raw, kind: LeanedKind): { id: string; burialId: string }[] {
  return raw
    .prepare(`SELECT t.subject AS id, t.burialId FROM tombstone t WHERE t.kind = ? AND t.subject IN (${leanedOn[kind]}) ORDER BY t.subject`)
    .all(kind) as { id: string; burialId: string }[];
}

/** The order in which removals are taken over: what leans before what it leans on. */
const order = ['evidence', 'claim', 'passageLink', 'passage', 'file', 'item', 'incident', 'partyMerge'];
export const removalRank = (kind: string): number => (kind === 'party' ? order.length : Math.max(order.indexOf(kind), 0));
