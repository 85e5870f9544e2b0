import { figureBounds, numbersOf } from '#shared/claims/figure-bounds.ts';
import type { Figure, Measure, Origin } from '#shared/model/analysis.ts';
import type { Claim, Quantity } from '#shared/model/claims.ts';
import { compare } from './dates.ts';
import { isPutForward } from './positions.ts';

export type MeasureRecords = {
  /** In the order they are listed. */
  claims: readonly Claim[];
  ofClaim: ReadonlyMap<string, readonly Origin[]>;
  /** Ids of the claims of this incident that each says again. */
  repeatsOf: ReadonlyMap<string, readonly string[]>;
  speakerOf: (claim: Claim) => { speakerId: string | null; speaker: string | null };
  gradesOf: (claim: Claim) => Pick<Figure, 'reliability' | 'credibility'>;
};

/** All figures side by side by act, unit and role: counts first, then what most claims speak of. */
export function measuresOf(records: MeasureRecords): Measure[] {
  const measures = new Map<string, Figure[]>();
  for (const claim of records.claims) {
    if (claim.quantities.length === 0) continue;
    const ofClaim = aboutClaim(claim, records);
    for (const [at, quantity] of claim.quantities.entries()) {
      const key = measureKey(claim.act, quantity);
      const figures = measures.get(key) ?? [];
      measures.set(key, figures);
      figures.push({ ...ofClaim, quantity: at, qualifier: quantity.qualifier, value: quantity.value, ...figureBounds(quantity) });
    }
  }
  return [...measures].map(([key, figures]) => measureOf(key, figures, records)).sort(byWeight);
}

/** No term holds it. */
const BETWEEN = '\u0000';

export function measureKey(act: string, { unit, role }: Pick<Quantity, 'unit' | 'role'>): string {
  return [act, unit, role].join(BETWEEN);
}

function measureOf(key: string, figures: Figure[], { ofClaim }: MeasureRecords): Measure {
  const [act = '', unit = '', role = ''] = key.split(BETWEEN);
  const origins = new Set<string>();
  for (const { claimId, modality } of figures) {
    if (!isPutForward(modality)) continue;
    for (const { id, known } of ofClaim.get(claimId) ?? []) if (known) origins.add(id);
  }
  return { act, unit, role, ...leastAndMost(figures), origins: origins.size, figures };
}

function aboutClaim(claim: Claim, { ofClaim, repeatsOf, speakerOf, gradesOf }: MeasureRecords) {
  const stances: Record<string, number> = {};
  for (const { stance } of claim.evidence) stances[stance] = (stances[stance] ?? 0) + 1;
  return {
    claimId: claim.id,
    ...speakerOf(claim),
    modality: claim.modality,
    saidAt: claim.saidAt,
    origins: (ofClaim.get(claim.id) ?? []).map((origin) => origin.id),
    repeats: [...(repeatsOf.get(claim.id) ?? [])],
    passages: new Set(claim.evidence.map((link) => link.passageId)).size,
    stances,
    ...gradesOf(claim),
  };
}

/** No number that is put forward falls outside, and a side that no figure bounds stays open. */
function leastAndMost(figures: readonly Figure[]): Pick<Measure, 'least' | 'most'> {
  let [low, high, isBoundLow, isBoundHigh] = [Infinity, -Infinity, false, false];
  for (const { modality, qualifier, value, min, max } of figures) {
    if (!isPutForward(modality)) continue;
    for (const n of numbersOf({ qualifier: qualifier as Quantity['qualifier'], value, min, max })) {
      low = Math.min(low, n);
      high = Math.max(high, n);
    }
    isBoundLow ||= min !== null;
    isBoundHigh ||= max !== null;
  }
  return { least: isBoundLow ? low : null, most: isBoundHigh ? high : null };
}

function byWeight(a: Measure, b: Measure): number {
  const rank = ({ role }: Measure) => (role === 'count' ? 0 : 1);
  return (
    rank(a) - rank(b) || b.figures.length - a.figures.length || compare(a.act, b.act) || compare(a.unit, b.unit) || compare(a.role, b.role)
  );
}
