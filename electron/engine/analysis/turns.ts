import type { Turn } from '#shared/model/analysis.ts';
import type { Claim } from '#shared/model/claims.ts';
import type { Dates } from './dates.ts';
import type { PartyGroups } from './party-groups.ts';
import { positionOf } from './positions.ts';

type TurnRecords = { dates: Dates; groups: PartyGroups; nameOf: (partyId: string) => string };
type Stand = Pick<Claim, 'id' | 'act' | 'modality' | 'saidAt' | 'speakerId'>;

/**
 * Speakers who changed position on one act, in the order they did. Only a change whose order the dates tell: of two
 * undated statements, or two of one date, nobody can say which came last.
 */
export function turnsOf(claims: readonly Stand[], records: TurnRecords): Turn[] {
  const { dates, groups } = records;
  const stands = claims.filter((claim) => claim.speakerId !== null && positionOf(claim) !== null && dates.bounds(claim.saidAt) !== null);
  const bySpeaker = Map.groupBy(dates.inOrderSaid(stands), ({ speakerId, act }) => JSON.stringify([groups.one(speakerId ?? ''), act]));
  const turns = [...bySpeaker.values()].flatMap((said) => turnsOfOne(said, records));
  const order = new Map(dates.inOrderSaid(claims).map(({ id }, at) => [id, at]));
  return turns.sort((a, b) => (order.get(a.toClaimId) ?? 0) - (order.get(b.toClaimId) ?? 0));
}

function turnsOfOne(said: readonly Stand[], { dates, groups, nameOf }: TurnRecords): Turn[] {
  const turns: Turn[] = [];
  let from: Stand | undefined;
  for (const [at, to] of said.entries()) {
    const before = said[at - 1];
    if (before !== undefined && dates.isBefore(before, to)) from = before;
    if (from === undefined || positionOf(from) === positionOf(to)) continue;
    const speakerId = groups.one(to.speakerId ?? '');
    turns.push({
      ...{ speakerId, speaker: nameOf(speakerId), act: to.act, fromClaimId: from.id, toClaimId: to.id },
      ...{ from: from.modality, to: to.modality },
    });
  }
  return turns;
}
