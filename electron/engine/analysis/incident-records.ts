/** What an analysis reads; nothing else decides its answer. */
import type { Claim } from '#shared/model/claims.ts';
import type { Grade } from '#shared/model/grades.ts';
import type { RecordLink } from '#shared/model/record-links.ts';
import type { Voice } from './circles.ts';
import type { PartyRecords } from './party-groups.ts';

export type ClaimLink = Pick<RecordLink, 'fromId' | 'toId' | 'relation' | 'note'>;
export type SettlementRow = {
  id: string;
  rule: string;
  claimA: string;
  claimB: string;
  reason: string;
  createdAt: string;
  createdBy: string;
};

/** Every record stands: what was removed is not here. The order of each list does not matter. */
export type IncidentRecords = PartyRecords & {
  incidentId: string;
  claims: readonly Claim[];
  /** Claims of other incidents that these repeat, over any number of steps. */
  elsewhere: readonly Voice[];
  /** Links from any of these claims to any other. */
  links: readonly ClaimLink[];
  settlements: readonly SettlementRow[];
  /** Of these claims and of their speakers, the newest first. */
  grades: readonly Grade[];
  /** Names of parties by their ids. */
  names: ReadonlyMap<string, string>;
};
