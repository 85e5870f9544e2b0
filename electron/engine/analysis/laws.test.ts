/** What must hold of any network of claims, found by building many. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Contradiction } from '#shared/model/analysis.ts';
import type { Claim, Quantity } from '#shared/model/claims.ts';
import { claimOf, networkOf } from '../testing/claim-network.ts';
import { analyseIncident } from './analyse-incident.ts';
import type { IncidentRecords, SettlementRow } from './incident-records.ts';

const parties = ['p', 'q', 'r', 's', 't'];
const party = fc.constantFrom(...parties);
const number = fc.integer({ min: 0, max: 60 });
const quantity = fc
  .record({
    qualifier: fc.constantFrom('exactly', 'about', 'nearly', 'at least', 'up to', 'dozens', 'unknown' as const),
    value: number,
    unit: fc.constantFrom('people', 'bodies'),
    group: fc.option(number),
  })
  .map(({ qualifier, value, unit, group }) => ({
    ...{ qualifier: qualifier, unit },
    value: qualifier === 'dozens' || qualifier === 'unknown' ? null : value,
    breakdown: group === null ? [] : [{ groups: ['women'], qualifier: 'at least' as const, value: group }],
  }));
const claims = fc
  .array(
    fc.record({
      act: fc.constantFrom('killed', 'struck'),
      modality: fc.constantFrom('asserts', 'asserts', 'admits', 'denies', 'retracts', 'predicts' as const),
      speaker: fc.option(party, { freq: 4 }),
      through: fc.array(fc.option(party), { maxLength: 2 }),
      when: fc.constantFrom(null, '2017-03', '2017-04~', '2018', '[..2016]', '2017-21'),
      saidAt: fc.constantFrom(null, '2017', '2018-06', '2018-11~'),
      quantities: fc.array(quantity, { maxLength: 3 }),
      involved: fc.array(fc.tuple(party, fc.constantFrom('alleged responsible', 'admitted responsible', 'target')), { maxLength: 2 }),
    }),
    { maxLength: 14 },
  )
  .map((all) => all.map((one, at) => ({ ...one, id: `c${String(at).padStart(2, '0')}` })));

const relation = fc.constantFrom('repeats', 'repeats', 'corrects', 'supersedes', 'contradicts', 'supports');
/** Links in any direction, circles and all, as a hand edit could make them. */
const networks: fc.Arbitrary<IncidentRecords> = claims.chain((all) => {
  const pick = fc.nat(Math.max(0, all.length - 1)).map((at) => all[at]?.id ?? 'none');
  const pair = fc.tuple(party, party);
  return fc
    .record({
      links: fc.array(fc.tuple(pick, relation, pick), { maxLength: all.length }),
      related: fc.array(pair, { maxLength: 1 }),
      merged: fc.array(pair, { maxLength: 1 }),
    })
    .map(({ links, related, merged }) =>
      networkOf(all, { links: links.filter(([a, , b]) => a !== b), related, merged: merged.filter(([a, b]) => a !== b) }),
    );
});
const someId = (records: IncidentRecords, at: number) => records.claims[at % records.claims.length]?.id ?? '';
const repeat = (fromId: string, toId: string) => ({ fromId, toId, relation: 'repeats', note: '' });
const withClaims = networks.filter(({ claims: all }) => all.length > 1);

describe('adding a repeat never raises the count of independent origins', () => {
  test('as a link between two claims', () => {
    fc.assert(
      fc.property(withClaims, fc.nat(), fc.nat(), (records, a, b) => {
        const [from, to] = [someId(records, a), someId(records, b)];
        fc.pre(from !== to);
        const before = analyseIncident(records).independentOrigins;
        const after = analyseIncident({ ...records, links: [...records.links, repeat(from, to)] });
        expect(after.independentOrigins).toBeLessThanOrEqual(before);
      }),
      { numRuns: 400 },
    );
  });

  test('as a new claim with its link, whoever says it', () => {
    fc.assert(
      fc.property(withClaims, fc.nat(), fc.option(party), fc.array(fc.option(party), { maxLength: 2 }), (records, at, speaker, through) => {
        const before = analyseIncident(records);
        const added = claimOf({ id: 'new', speaker, through, quantities: [{ value: 3, unit: 'people' }] });
        const links = [...records.links, repeat('new', someId(records, at))];
        const after = analyseIncident({ ...records, claims: [...records.claims, added], links });
        expect(after.independentOrigins).toBeLessThanOrEqual(before.independentOrigins);
      }),
      { numRuns: 400 },
    );
  });
});

test('every claim goes back to an origin, every root to one of its own, and each origin says why it is one', () => {
  fc.assert(
    fc.property(networks, (records) => {
      const { origins, statements } = analyseIncident(records);
      for (const { claimId, origins: its } of statements) {
        expect(its.length).toBeGreaterThan(0);
        for (const id of its) expect(origins.find((origin) => origin.id === id)?.claims).toContain(claimId);
      }
      for (const { claims: all, roots, why } of origins) {
        for (const root of roots) expect(all).toContain(root);
        if (all.length > 1) expect(why.length).toBeGreaterThan(0);
      }
    }),
  );
});

test('the order of entry never changes the analysis', () => {
  fc.assert(
    fc.property(networks, fc.infiniteStream(fc.integer()), (records, keys) => {
      const shuffled = <T>(all: readonly T[]) =>
        all
          .map((one) => [keys.next().value as number, one] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, one]) => one);
      const { claims: all, links, partyLinks, merges } = records;
      const again = {
        ...records,
        claims: shuffled(all),
        links: shuffled(links),
        partyLinks: shuffled(partyLinks),
        merges: shuffled(merges),
      };
      expect(analyseIncident(again)).toEqual(analyseIncident(records));
    }),
    { numRuns: 200 },
  );
});

test('settling changes nothing but settlements', () => {
  fc.assert(
    fc.property(networks, fc.nat(), (records, at) => {
      const before = analyseIncident(records);
      const chosen = before.contradictions[at % Math.max(1, before.contradictions.length)];
      fc.pre(chosen !== undefined);
      const { rule, claimA, claimB } = chosen;
      const row: SettlementRow = { id: 's', rule, claimA, claimB, reason: 'as said', createdAt: '2018', createdBy: 'tester' };
      const after = analyseIncident({ ...records, settlements: [row] });
      const settled = after.contradictions.filter(({ settlement }) => settlement !== null);
      expect(settled).toEqual([{ ...chosen, settlement: { id: 's', reason: 'as said', by: 'tester', at: '2018', stale: false } }]);
      expect({ ...after, contradictions: after.contradictions.map((one) => ({ ...one, settlement: null })) }).toEqual(before);
    }),
  );
});

test('the contradictions are those that a definition pair by pair gives, all of them and no other', () => {
  fc.assert(
    fc.property(networks, (records) => {
      const { contradictions, contradictionsTotal } = analyseIncident(records);
      const expected = pairByPair(records);
      expect(contradictionsTotal).toBe(expected.size);
      const told = contradictions.map(({ rule, claimA, claimB }) => `${rule}: ${claimA} ${claimB}`);
      expect(new Set(told).size).toBe(told.length);
      if (expected.size <= 200) expect(new Set(told)).toEqual(expected);
      else for (const one of told) expect(expected).toContain(one);
    }),
    { numRuns: 600 },
  );
});

/** The rules once more, in the plainest words: every pair of claims, every rule. */
function pairByPair({ claims: all, links, merges, partyLinks }: IncidentRecords): Set<string> {
  const found = new Set<string>();
  const same = closure(merges.map(({ mergedId, intoId }) => [mergedId, intoId]));
  const related = closure([
    ...merges.map(({ mergedId, intoId }) => [mergedId, intoId] as const),
    ...partyLinks.map(({ fromId, toId }) => [fromId, toId] as const),
  ]);
  const isBySame = (a: Claim, b: Claim) => a.speakerId !== null && b.speakerId !== null && same(a.speakerId, b.speakerId);
  const byId = new Map(all.map((claim) => [claim.id, claim]));
  const own = links.filter(({ fromId, toId, relation: as }) => {
    const [from, to] = [byId.get(fromId), byId.get(toId)];
    return (as === 'corrects' || as === 'supersedes') && from !== undefined && to !== undefined && isBySame(from, to);
  });
  const isCorrected = closure(own.map(({ fromId, toId }) => [fromId, toId]));
  for (const a of all) {
    for (const b of all) {
      if (a.id >= b.id) continue;
      const add = (rule: Contradiction['rule']) => found.add(`${rule}: ${a.id} ${b.id}`);
      if (links.some((link) => link.relation === 'contradicts' && [link.fromId, link.toId].sort().join() === `${a.id},${b.id}`))
        add('linked');
      if (a.act === b.act && (isDenial(a, b) || isDenial(b, a)) && !(isBySame(a, b) && areOrdered(a, b))) add('denied');
      if (![a, b].every(({ modality }) => modality === 'asserts' || modality === 'admits') || (isBySame(a, b) && isCorrected(a.id, b.id)))
        continue;
      if (
        a.act === b.act &&
        measuresOf(a).some((one) => measuresOf(b).some((other) => one === other && areApart(reach(a, one), reach(b, one))))
      )
        add('figures apart');
      const [held, others] = [a, b].map((claim) =>
        claim.parties.filter(({ role }) => role.endsWith('responsible')).map(({ partyId }) => partyId),
      );
      if (held?.length && others?.length && !held.some((one) => others.some((other) => related(one, other)))) add('different responsible');
      const [when, then] = [times[a.when ?? ''], times[b.when ?? '']];
      if (a.act === b.act && when !== undefined && then !== undefined && areApart(when, then)) add('different dates');
    }
  }
  return found;
}

type Range = readonly [number, number];
const areApart = (a: Range, b: Range) => a[1] < b[0] || b[1] < a[0];
const day = (text: string) => Date.parse(text) / 86_400_000;
/** "About April 2017" may be March or May; spring is any time of a year before or after the months it is written for. */
const times: Record<string, Range> = {
  '2017-03': [day('2017-03-01'), day('2017-04-01') - 0.01],
  '2017-04~': [day('2017-03-02'), day('2017-05-31') - 0.01],
  '2018': [day('2018-01-01'), day('2019-01-01') - 0.01],
  '[..2016]': [-Infinity, day('2017-01-01') - 0.01],
  '2017-21': [day('2016-01-01'), day('2018-04-02')],
};

function closure(edges: readonly (readonly string[])[]): (a: string, b: string) => boolean {
  return (a, b) => {
    const seen = new Set([a]);
    for (const at of seen) for (const edge of edges) if (edge.includes(at)) for (const end of edge) seen.add(end);
    return seen.has(b);
  };
}

function isDenial(denial: Claim, held: Claim): boolean {
  if (denial.modality !== 'denies' || (held.modality !== 'asserts' && held.modality !== 'admits')) return false;
  if (denial.quantities.length === 0) return true;
  if (held.quantities.length === 0)
    return measuresOf(denial).some((unit) => reach(denial, unit)[0] === 0 && reach(denial, unit)[1] === Infinity);
  return measuresOf(denial).some((unit) => measuresOf(held).includes(unit) && !areApart(reach(denial, unit), reach(held, unit)));
}

const saidOrder = [null, '2017', '2018-06', '2018-11~'];
const areOrdered = (a: Claim, b: Claim) =>
  a.saidAt !== null && b.saidAt !== null && saidOrder.indexOf(a.saidAt) !== saidOrder.indexOf(b.saidAt);

const measuresOf = ({ quantities }: Claim) => [...new Set(quantities.map(({ unit }) => unit))];

function reach({ quantities }: Claim, unit: string): Range {
  const ranges = quantities.filter((one) => one.unit === unit).map(rangeOf);
  return [Math.min(...ranges.map(([low]) => low)), Math.max(...ranges.map(([, high]) => high))];
}

function rangeOf({ qualifier, value, breakdown }: Quantity): Range {
  const n = value ?? 0;
  const ranges: Partial<Record<Quantity['qualifier'], Range>> = {
    exactly: [n, n],
    about: [n * 0.75, n * 1.25],
    nearly: [n * 0.75, n],
    'at least': [n, Infinity],
    'up to': [0, n],
    dozens: [24, Infinity],
    unknown: [0, Infinity],
  };
  const [low, high] = ranges[qualifier] ?? [0, Infinity];
  const groups = breakdown.map((part) => part.value ?? 0).filter((least) => least > low);
  return groups.length > 0 && Math.max(...groups) <= high ? [Math.max(...groups), high] : [low, high];
}
