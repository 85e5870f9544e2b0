import type { Origin } from '#shared/model/analysis.ts';
import type { Voice } from './circles.ts';
import { compare } from './dates.ts';
import { isKnownKey } from './origin-key.ts';
import type { PartyGroups } from './party-groups.ts';

/** `claims` in the order they were said. */
type Collected = { key: string; claims: readonly Voice[]; isRoot: (claim: Voice) => boolean };
type Parties = { groups: PartyGroups; ringOf: (partyId: string) => string; nameOf: (partyId: string) => string };

/** An origin with what shows that its claims are one voice; its label is given when all are in order. */
export function describeOrigin({ key, claims, isRoot }: Collected, parties: Parties): Origin {
  const { groups, nameOf } = parties;
  const known = isKnownKey(key);
  const roots = claims.filter(isRoot);
  const said = known ? roots.flatMap(({ speakerId }) => speakerId ?? []) : [];
  const named = new Set(said);
  const speakers = [...new Set(said.map(groups.one))].map((partyId) => ({ partyId, name: nameOf(partyId) }));
  return {
    id: key,
    label: '',
    known,
    speakers: speakers.sort((a, b) => compare(a.name, b.name) || compare(a.partyId, b.partyId)),
    roots: roots.map(({ id }) => id),
    claims: claims.map(({ id }) => id),
    firstSaidAt: [...roots, ...claims].find(({ saidAt }) => saidAt !== null)?.saidAt ?? null,
    why: [
      ...(known ? [] : (['unknown speaker'] as const)),
      ...(named.size < said.length ? (['same speaker'] as const) : []),
      ...(roots.length < claims.length ? (['repeats'] as const) : []),
      ...whyOneVoice(named, parties),
    ],
  };
}

/** By what several speakers are one: as parties that belong to each other, as sources in a circle, or both. */
function whyOneVoice(named: ReadonlySet<string>, { groups, ringOf }: Parties): Origin['why'] {
  if (named.size < 2) return [];
  const parties = new Set([...named].map(groups.one));
  const bodies = new Set([...parties].map(groups.body));
  const rings = new Set([...parties].map(ringOf));
  const related = named.size > bodies.size || rings.size > 1;
  const circular = parties.size > rings.size || bodies.size > 1;
  return [...(related ? (['related parties'] as const) : []), ...(circular ? (['circle'] as const) : [])];
}

/** A, B, C ... Z, AA, AB ... */
export function labelOf(at: number): string {
  let label = '';
  for (let rest = at; rest >= 0; rest = Math.floor(rest / 26) - 1) label = String.fromCharCode(65 + (rest % 26)) + label;
  return label;
}
