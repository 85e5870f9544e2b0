import type { Claim } from '#shared/model/claims.ts';

export type ChainStep = {
  partyId: string | null;
  medium: string;
  itemId: string | null;
  /** EDTF; null: undated. */
  date: string | null;
  /** The party stands in the chain before this step too, with another between: hearsay that came back. */
  isAgain: boolean;
  /** The party is one of sources that lean on each other. */
  isInCircle: boolean;
};

/** The speaker, then every hop towards us. Pure. */
export function chainSteps(
  { speakerId, saidAt, via }: Pick<Claim, 'speakerId' | 'saidAt' | 'via'>,
  circle: ReadonlySet<string>,
): ChainStep[] {
  const hops = [{ partyId: speakerId, medium: '', itemId: null, date: saidAt }, ...via];
  return hops.map((hop, at) => ({
    ...hop,
    isAgain:
      hop.partyId !== null &&
      hops.slice(0, Math.max(0, at - 1)).some((one) => one.partyId === hop.partyId) &&
      hops[at - 1]?.partyId !== hop.partyId,
    isInCircle: hop.partyId !== null && circle.has(hop.partyId),
  }));
}
