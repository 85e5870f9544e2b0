/** For tests of analysis: claims, sources and what binds them, by short names that are their ids. */
import type { CallInput } from '#shared/contract.ts';
import type { Claim } from '#shared/model/claims.ts';
import type { IncidentRecords } from '../analysis/incident-records.ts';
import { fields } from './claim-fixtures.ts';

type Given = Partial<CallInput<'claims.update'>['fields']> & {
  id: string;
  speaker?: string | null;
  through?: (string | null)[];
  /** Party and role. */
  involved?: [string, string][];
  updatedAt?: string;
};
type Pairs = readonly (readonly [string, string])[];
type Bonds = {
  repeats?: Pairs;
  /** From, relation, to. */
  links?: readonly (readonly [string, string, string])[];
  related?: Pairs;
  merged?: Pairs;
  elsewhere?: readonly Given[];
} & Partial<Pick<IncidentRecords, 'settlements' | 'grades'>>;

export function claimOf({ id, speaker = null, through = [], involved = [], updatedAt = '', ...given }: Given): Claim {
  const via = through.map((partyId) => ({ partyId, medium: '', itemId: null, date: null }));
  const parties = involved.map(([partyId, role]) => ({ partyId, role }));
  return {
    ...fields({ act: 'killed', ...given }),
    id,
    speakerId: speaker,
    via,
    parties,
    createdAt: '',
    createdBy: '',
    updatedAt,
    evidence: [],
  };
}

export function networkOf(claims: readonly Given[], bonds: Bonds = {}): IncidentRecords {
  const { repeats = [], links = [], related = [], merged = [], elsewhere = [], settlements = [], grades = [] } = bonds;
  const relations = [...repeats.map(([from, to]) => [from, 'repeats', to] as const), ...links];
  return {
    incidentId: 'incident',
    claims: claims.map(claimOf),
    elsewhere: elsewhere.map(claimOf),
    links: relations.map(([fromId, relation, toId]) => ({ fromId, toId, relation, note: '' })),
    partyLinks: related.map(([fromId, toId]) => ({ fromId, toId })),
    merges: merged.map(([mergedId, intoId]) => ({ mergedId, intoId })),
    names: new Map(),
    settlements,
    grades,
  };
}

/** "exactly 3 people" as a claim's only figure. */
export const people = (
  value: number | null,
  qualifier: 'exactly' | 'about' | 'nearly' | 'at least' | 'unknown' | 'dozens' = 'exactly',
) => ({
  quantities: [{ value, qualifier, unit: 'people' }],
});
