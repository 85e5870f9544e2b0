import type { ClaimLink } from '../incident-records.ts';
import { pairOf, type Found, type Ground, type Pair } from './ground.ts';

/** Pairs that a person linked as contradicting, whatever else they say. */
export function linked({ claims, links }: Ground): Found {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const pairs = new Map<string, Pair>();
  for (const { fromId, toId, note } of links.filter((link) => link.relation === 'contradicts').sort(byNote)) {
    const [from, to] = [byId.get(fromId), byId.get(toId)];
    if (from === undefined || to === undefined || from === to) continue;
    const pair = pairOf(from, to, () => ({ note: note === '' ? null : note }));
    pairs.set(`${pair.claimA} ${pair.claimB}`, pair);
  }
  const inOrder = [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
  return { total: inOrder.length, pairs: inOrder, find: (claimA, claimB) => pairs.get(`${claimA} ${claimB}`) ?? null };
}

/** Of two links between the same claims, the one with words is told. */
const byNote = (a: ClaimLink, b: ClaimLink) => (a.note < b.note ? -1 : a.note > b.note ? 1 : 0);
