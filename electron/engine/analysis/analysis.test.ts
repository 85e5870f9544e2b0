import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contract } from '#shared/contract.ts';
import { quantity as quantitySchema, type Claim, type Quantity } from '#shared/model/claims.ts';
import { modalities, qualifiers } from '#shared/model/vocabulary.ts';
import { fields, newClaim, newIncident, newParty, newPassage } from '../testing/claim-fixtures.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { temporaryCase } from '../testing/temporary-case.ts';
import { analyseIncident } from './analyse-incident.ts';
import { incidentAnalysis } from './handlers.ts';

const incidentId = '00000000-0000-7000-8000-00000000000f';
let made = 0;
function claim(given: Parameters<typeof fields>[0]): Claim {
  const id = `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}`;
  return { ...fields(given), id, createdAt: '', createdBy: '', updatedAt: '', evidence: [] };
}
const bodies = (given: object) => ({ quantities: [{ unit: 'bodies', ...given }] });
const nothing = {
  incidentId,
  elsewhere: [],
  links: [],
  settlements: [],
  grades: [],
  merges: [],
  partyLinks: [],
  names: new Map<string, string>(),
};
const analyse = (claims: Claim[]) => analyseIncident({ ...nothing, claims });

describe('figures', () => {
  test.each([
    [{ qualifier: 'nearly', value: 1236 }, null, 1236],
    [{ qualifier: 'up to', value: 30 }, null, 30],
    [{ qualifier: 'less than', value: 30 }, null, 30],
    [{ qualifier: 'at least', value: 90 }, 90, null],
    [{ qualifier: 'more than', value: 40 }, 40, null],
    [{ qualifier: 'between', min: 20, max: 30 }, 20, 30],
    [{ qualifier: 'exactly', value: 3 }, 3, 3],
    [{ qualifier: 'about', value: 500 }, null, null],
    [{ qualifier: 'dozens' }, null, null],
    [{ qualifier: 'unknown' }, null, null],
  ])('%j is bounded as said', (given, min, max) => {
    const { measures } = analyse([claim(bodies(given))]);
    expect(measures[0]).toMatchObject({ least: min, most: max, figures: [{ min, max, value: 'value' in given ? given.value : null }] });
  });

  test('stay side by side by act and unit, and nothing is averaged', () => {
    const { measures } = analyse([
      claim(bodies({ qualifier: 'nearly', value: 1236 })),
      claim(bodies({ qualifier: 'about', value: 500 })),
      claim({ act: 'killed', ...bodies({ value: 3 }) }),
      claim({ quantities: [{ value: 15, unit: 'months', role: 'duration' }] }),
    ]);
    expect(measures.map((one) => [one.act, one.unit, one.figures.length, one.least, one.most])).toEqual([
      ['exhumed', 'bodies', 2, null, 1236],
      ['killed', 'bodies', 1, 3, 3],
      ['exhumed', 'months', 1, 15, 15],
    ]);
  });

  test('that are denied are listed and bound nothing', () => {
    const { measures } = analyse([claim({ modality: 'denies', ...bodies({ value: 40 }) })]);
    expect(measures[0]).toMatchObject({ least: null, most: null, figures: [{ value: 40, modality: 'denies' }] });
  });
});

test('statements stand in the order they were said, undated last', () => {
  const said = ['2018-11~', '2017-09', null, '2018-06', '[..2016]', '2018'];
  const { statements } = analyse(said.map((saidAt) => claim({ saidAt })));
  expect(statements.map((one) => one.saidAt)).toEqual(['[..2016]', '2017-09', '2018', '2018-06', '2018-11~', null]);
});

const quantities: fc.Arbitrary<Quantity> = fc
  .record({
    qualifier: fc.constantFrom(...qualifiers),
    numbers: fc.tuple(...[0, 1, 2].map(() => fc.option(fc.integer({ min: 0, max: 5000 })))),
    unit: fc.constantFrom('bodies', 'people'),
  })
  .map(({ qualifier, numbers, unit }) => quantitySchema.safeParse({ qualifier, unit, min: numbers[0], value: numbers[1], max: numbers[2] }))
  .filter((parsed) => parsed.success)
  .map((parsed) => parsed.data);
const claims = fc.array(
  fc.record({
    act: fc.constantFrom('killed', 'exhumed'),
    modality: fc.constantFrom(...modalities),
    saidAt: fc.constantFrom(null, '2017', '2018-06', '2018-11~'),
    quantities: fc.array(quantities, { maxLength: 3 }),
  }),
  { maxLength: 12 },
);

test('the order of entry never changes the analysis', () => {
  fc.assert(
    fc.property(claims, fc.infiniteStream(fc.integer()), (given, keys) => {
      const all = given.map(claim);
      const shuffled = all
        .map((one) => [keys.next().value as number, one] as const)
        .sort((a, b) => a[0] - b[0])
        .map(([, one]) => one);
      expect(analyse(shuffled)).toEqual(analyse(all));
    }),
  );
});

test('least and most never lose a number that is put forward', () => {
  fc.assert(
    fc.property(claims, (given) => {
      for (const { least, most, figures } of analyse(given.map(claim)).measures) {
        const stated = figures.filter((figure) => ['asserts', 'admits', 'predicts'].includes(figure.modality));
        for (const n of stated.flatMap((figure) => [figure.value, figure.min, figure.max]).filter((one) => one !== null)) {
          expect(least === null || least <= n).toBe(true);
          expect(most === null || n <= most).toBe(true);
        }
        for (const { min } of stated) if (min !== null) expect(least).not.toBeNull();
      }
    }),
  );
});

test('the call names speakers, counts passages and finds claims without one', async () => {
  const { ctx } = await temporaryCase();
  const incident = await newIncident(ctx, 'A-1');
  const party = await newParty(ctx, 'Committee');
  const passage = await newPassage(ctx, await keepTextItem(ctx, 'Nearly 1,236 bodies'), '1,236 bodies');
  const evidence = [
    { passageId: passage.id, stance: 'states' as const },
    { passageId: passage.id, stance: 'context' as const },
  ];
  const first = await newClaim(ctx, {
    ...bodies({ value: 1236, qualifier: 'nearly' }),
    speakerId: party.id,
    incidentId: incident.id,
    saidAt: '2018',
    evidence,
  });
  const second = await newClaim(ctx, { incidentId: incident.id });
  const analysis = await incidentAnalysis(ctx, incident.id);
  expect(contract['analysis.incident'].output.parse(analysis)).toEqual(analysis);
  expect(analysis).toMatchObject({
    claims: 2,
    claimsWithoutPassage: [second.id],
    statements: [{ claimId: first.id, speaker: 'Committee' }, { speaker: null }],
  });
  expect(analysis.measures[0]?.figures[0]).toMatchObject({ speaker: 'Committee', passages: 1, value: 1236, min: null, max: 1236 });
  await expect(incidentAnalysis(ctx, party.id)).rejects.toMatchObject({ code: 'not-found', facts: { kind: 'incident' } });
});
