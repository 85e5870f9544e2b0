/** What the claims about an incident say together. Pure: the order claims were entered in never changes the answer. */
import { parseEdtf, type EdtfBounds } from '#shared/edtf.ts';
import { claimSentence } from '#shared/claims/claim-sentence.ts';
import { figureBounds, numbersOf } from '#shared/claims/figure-bounds.ts';
import type { IncidentAnalysis } from '#shared/model/analysis.ts';
import type { Claim, Quantity } from '#shared/model/claims.ts';

type Measure = IncidentAnalysis['measures'][number];
type Figure = Measure['figures'][number];

/** `names` gives a party's name by its id. */
export function analyseIncident(incidentId: string, claims: readonly Claim[], names: ReadonlyMap<string, string>): IncidentAnalysis {
  const inOrder = [...claims].sort(bySaidAt(claims));
  const speakerOf = ({ speakerId }: Claim) => (speakerId === null ? null : (names.get(speakerId) ?? null));
  return {
    incidentId,
    claims: claims.length,
    independentOrigins: 0,
    origins: [],
    circles: [],
    contradictions: [],
    contradictionsTotal: 0,
    turns: [],
    suggested: null,
    measures: measuresOf(inOrder, speakerOf),
    statements: inOrder.map((claim) => ({
      claimId: claim.id,
      sentence: claimSentence(claim, names),
      speakerId: claim.speakerId,
      origins: [],
      speaker: speakerOf(claim),
      act: claim.act,
      modality: claim.modality,
      saidAt: claim.saidAt,
    })),
    claimsWithoutPassage: inOrder.filter((claim) => claim.evidence.length === 0).map((claim) => claim.id),
  };
}

/** By the earliest moment of the date said, then its latest, then id; undated last. */
function bySaidAt(claims: readonly Claim[]): (a: Claim, b: Claim) => number {
  const bounds = new Map<string, EdtfBounds | null>();
  for (const { saidAt } of claims) if (saidAt !== null && !bounds.has(saidAt)) bounds.set(saidAt, parseEdtf(saidAt));
  const of = ({ saidAt }: Claim): EdtfBounds => (saidAt === null ? null : bounds.get(saidAt)) ?? { min: Infinity, max: Infinity };
  return (a, b) => compare(of(a).min, of(b).min) || compare(of(a).max, of(b).max) || compare(a.id, b.id);
}

function measuresOf(claims: Claim[], speakerOf: (claim: Claim) => string | null): Measure[] {
  const measures = new Map<string, Measure>();
  for (const claim of claims) {
    for (const [at, quantity] of claim.quantities.entries()) {
      const { act } = claim;
      const { unit, role } = quantity;
      const key = JSON.stringify([act, unit, role]);
      const measure = measures.get(key) ?? { act, unit, role, least: null, most: null, origins: 0, figures: [] };
      measure.figures.push(figureOf(claim, at, quantity, speakerOf(claim)));
      measures.set(key, measure);
    }
  }
  return [...measures.values()].map((measure) => ({ ...measure, ...leastAndMost(measure.figures) })).sort(byWeight);
}

function figureOf(claim: Claim, at: number, quantity: Quantity, speaker: string | null): Figure {
  const { id: claimId, speakerId, modality, saidAt } = claim;
  const passages = new Set(claim.evidence.map((link) => link.passageId)).size;
  const none = { origins: [], repeats: [], stances: {}, reliability: [], credibility: [] };
  return {
    claimId,
    quantity: at,
    speakerId,
    ...none,
    speaker,
    modality,
    saidAt,
    qualifier: quantity.qualifier,
    value: quantity.value,
    ...figureBounds(quantity),
    passages,
  };
}

const putForward = new Set(['asserts', 'admits', 'predicts']);

/** No number that is put forward falls outside, and a side that no figure bounds stays open. */
function leastAndMost(figures: Figure[]): { least: number | null; most: number | null } {
  const stated = figures.filter((figure) => putForward.has(figure.modality));
  const numbers = stated.flatMap(({ value, min, max, qualifier }) =>
    numbersOf({ value, min, max, qualifier: qualifier as Quantity['qualifier'] }),
  );
  return {
    least: stated.some((figure) => figure.min !== null) ? numbers.reduce((a, b) => Math.min(a, b)) : null,
    most: stated.some((figure) => figure.max !== null) ? numbers.reduce((a, b) => Math.max(a, b)) : null,
  };
}

/** Counts before durations and extents, then what most claims speak of, then by name. */
function byWeight(a: Measure, b: Measure): number {
  const rank = ({ role }: Measure) => (role === 'count' ? 0 : 1);
  return (
    rank(a) - rank(b) || b.figures.length - a.figures.length || compare(a.act, b.act) || compare(a.unit, b.unit) || compare(a.role, b.role)
  );
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
