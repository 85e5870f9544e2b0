import { describe, expect, test } from 'vitest';
import { contract } from '#shared/contract.ts';
import type { IncidentAnalysis } from '#shared/model/analysis.ts';
import { gapKinds, needsAnalysis, type GapKind } from '#shared/model/gaps.ts';
import { settleContradiction } from '../analysis/settlements.ts';
import { getClaim } from '../claims/read-claims.ts';
import { updateClaim } from '../claims/write-claims.ts';
import type { CaseContext } from '../context.ts';
import { bury } from '../items/bury.ts';
import { describeItem } from '../items/change-item.ts';
import { createRecordLink } from '../links/record-links.ts';
import { mergeParties } from '../parties/merge-parties.ts';
import { fields, newClaim, newIncident, newParty, newPassage } from '../testing/claim-fixtures.ts';
import { manyClaims } from '../testing/many-claims.ts';
import { tamperRows } from '../testing/tamper.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { reopen, temporaryCase } from '../testing/temporary-case.ts';
import { openContradictions, singleOrigins } from './analysis-gaps.ts';
import { listGapRows, listGaps } from './list-gaps.ts';

const counts = async (ctx: CaseContext) => {
  const answer = await listGaps(ctx, { first: 5 });
  expect(contract['gaps.list'].output.parse(answer)).toEqual(answer);
  expect(answer.kinds.map(({ kind }) => kind)).toEqual(gapKinds);
  return Object.fromEntries(answer.kinds.flatMap(({ kind, count }) => (count === 0 ? [] : [[kind, count]])));
};
const titles = async (ctx: CaseContext, kind: GapKind) =>
  (await listGapRows(ctx, { kind, limit: 200, offset: 0 })).rows.map(({ title, other }) =>
    other === null ? title : `${title} / ${other.title}`,
  );

describe('gaps of a case', () => {
  test('there are none where there is nothing', async () => {
    const { ctx } = await temporaryCase();
    expect(await counts(ctx)).toEqual({});
  });

  test('each is there while something lacks, and gone when it is mended', async () => {
    const { ctx } = await temporaryCase();
    const itemId = await keepTextItem(ctx, 'Nearly 1,236 bodies were exhumed.', 'An article');
    expect(await counts(ctx)).toEqual({ 'item untouched': 1 });
    const passage = await newPassage(ctx, itemId, 'Nearly 1,236 bodies');
    expect(await counts(ctx)).toEqual({ 'passage without claim': 1 });
    expect(await titles(ctx, 'passage without claim')).toEqual(['Nearly 1,236 bodies']);
    const claim = await newClaim(ctx);
    expect(await counts(ctx)).toEqual({
      'passage without claim': 1,
      'claim without passage': 1,
      'claim without speaker': 1,
      'claim without date said': 1,
      'claim without incident': 1,
    });
    const party = await newParty(ctx, 'لجنة');
    const incident = await newIncident(ctx, 'RAQ-1');
    expect(await titles(ctx, 'party uncited')).toEqual(['لجنة']);
    expect(await titles(ctx, 'incident without claim')).toEqual(['RAQ-1 About RAQ-1']);
    await updateClaim(ctx, { id: claim.id, fields: fields({ speakerId: party.id, saidAt: '2018', incidentId: incident.id }) });
    expect(await counts(ctx)).toEqual({ 'passage without claim': 1, 'claim without passage': 1 });
    await newClaim(ctx, {
      speakerId: party.id,
      saidAt: '2018',
      incidentId: incident.id,
      evidence: [{ passageId: passage.id, stance: 'states' }],
    });
    expect(await titles(ctx, 'claim without passage')).toEqual(['asserts: exhumed']);
    await bury(ctx, { kind: 'claim', id: claim.id, reason: 'read wrongly' });
    expect(await counts(ctx)).toEqual({});
  });

  test('a source is worked on by a passage, a note or a chain that names it; removed work counts for nothing', async () => {
    const { ctx } = await temporaryCase();
    const [first, second, third, fourth] = [
      await keepTextItem(ctx, 'Marked words.', 'First'),
      await keepTextItem(ctx, 'Other words.', 'Second'),
      await keepTextItem(ctx, 'More words.', 'Third'),
      await keepTextItem(ctx, 'Last words.', 'Fourth'),
    ];
    const passage = await newPassage(ctx, first, 'Marked');
    await describeItem(ctx, { id: second, given: { note: 'read' } });
    const claim = await newClaim(ctx, { via: [{ itemId: third }] });
    await describeItem(ctx, { id: fourth, given: { source: 'somebody' } });
    expect(await titles(ctx, 'item untouched')).toEqual(['Fourth']);
    await bury(ctx, { kind: 'passage', id: passage.id, reason: 'not needed' });
    await bury(ctx, { kind: 'claim', id: claim.id, reason: 'read wrongly' });
    expect(await titles(ctx, 'item untouched')).toEqual(['First', 'Third', 'Fourth']);
    expect(await titles(ctx, 'passage without claim')).toEqual([]);
  });

  test('a party is cited by what it was merged with, and by its relations', async () => {
    const { ctx } = await temporaryCase();
    const [a, b, c, d] = [await newParty(ctx, 'A'), await newParty(ctx, 'B'), await newParty(ctx, 'C'), await newParty(ctx, 'D')];
    await newClaim(ctx, { via: [{ partyId: b.id }] });
    expect(await titles(ctx, 'party uncited')).toEqual(['A', 'C', 'D']);
    await mergeParties(ctx, { id: b.id, intoId: a.id, reason: 'one body' });
    await createRecordLink(ctx, { kind: 'party', fromId: a.id, toId: c.id, relation: 'part of', when: null, note: '' });
    expect(await titles(ctx, 'party uncited')).toEqual(['D']);
    await mergeParties(ctx, { id: d.id, intoId: a.id, reason: 'one body' });
    expect(await titles(ctx, 'party uncited')).toEqual([]);
  });

  test('a claim whose passage is lost names both', async () => {
    const { ctx, engine, folder } = await temporaryCase();
    const itemId = await keepTextItem(ctx, 'Nearly 1,236 bodies were exhumed.', 'An article');
    const passage = await newPassage(ctx, itemId, 'Nearly 1,236 bodies');
    await newClaim(ctx, { evidence: [{ passageId: passage.id, stance: 'states' }] });
    expect(await titles(ctx, 'passage lost')).toEqual([]);
    tamperRows(folder, "UPDATE canonicalText SET text = 'Something else altogether.'");
    const again = await reopen(engine, folder);
    expect(await titles(again, 'passage lost')).toEqual(['Nearly 1,236 bodies / asserts: exhumed']);
    expect((await counts(again))['passage lost']).toBe(1);
  });

  test('of 5,000 claims in 50 incidents are counted', async () => {
    const { ctx } = await temporaryCase();
    await manyClaims(ctx, { claims: 5000, incidents: 50 });
    const start = performance.now();
    const found = await counts(ctx);
    const took = performance.now() - start;
    const plain = performance.now();
    await listGaps(ctx, { kinds: gapKinds.filter((kind) => !needsAnalysis(kind)), first: 5 });
    const again = performance.now();
    const page = await listGapRows(ctx, { kind: 'claim without passage', limit: 200, offset: 4800 });
    console.info(
      `gaps of 5,000 claims in 50 incidents: ${Math.round(took)} ms, without analysis ${Math.round(again - plain)} ms; a page: ${Math.round(performance.now() - again)} ms`,
    );
    expect(found['claim without passage']).toBe(5000);
    expect(page.rows).toHaveLength(200);
    expect(took).toBeLessThan(60_000);
    expect(found['contradiction unsettled']).toBeGreaterThan(0);
  });
});

describe('gaps of an analysed incident', () => {
  const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
  const figure = (n: number, modality: string, origins: string[]) => ({ claimId: id(n), modality, origins });
  const measure = (origins: number, ...figures: ReturnType<typeof figure>[]) => ({
    act: 'killed',
    unit: 'people',
    role: 'count',
    least: 3,
    most: null,
    origins,
    figures,
  });
  const analysed = (part: object) => [
    {
      incident: { id: id(9), code: 'RAQ-1', title: 'Graves' },
      analysis: { origins: [], contradictions: [], measures: [], ...part } as unknown as IncidentAnalysis,
    },
  ];

  test('a figure of one origin is named with who says it; one that is only denied is none', () => {
    const origins = [{ id: 'a', speakers: [{ partyId: id(5), name: 'لجنة' }] }];
    const single = singleOrigins(
      analysed({
        origins,
        measures: [
          measure(1, figure(1, 'asserts', ['a']), figure(2, 'asserts', ['a']), figure(3, 'denies', ['b'])),
          measure(2, figure(1, 'asserts', ['a']), figure(4, 'admits', ['c'])),
          measure(0, figure(3, 'denies', ['b'])),
          measure(0, figure(6, 'asserts', [])),
        ],
      }),
    );
    expect(single.map(({ facts }) => [facts.origins, facts.claims, facts.who])).toEqual([
      [1, 2, 'لجنة'],
      [0, 1, ''],
    ]);
  });

  test('a contradiction is open until it is settled, and again when a claim was changed since', () => {
    const contradiction = (settlement: object | null) => ({ rule: 'denied', claimA: id(1), claimB: id(2), facts: {}, settlement });
    const open = openContradictions(
      analysed({ contradictions: [contradiction(null), contradiction({ stale: false }), contradiction({ stale: true })] }),
    );
    expect(open.map(({ settlement }) => settlement)).toEqual([null, { stale: true }]);
  });
});

test('figures that cannot both hold, and a figure of one voice, are gaps until they are settled or said by another', async () => {
  const { ctx } = await temporaryCase();
  const incident = await newIncident(ctx, 'RAQ-1');
  const [coalition, watch] = [await newParty(ctx, 'Coalition'), await newParty(ctx, 'Watch')];
  const killed = (value: number) => ({
    act: 'killed',
    incidentId: incident.id,
    saidAt: '2018',
    quantities: [{ value, unit: 'civilians' }],
  });
  await newClaim(ctx, { ...killed(12), speakerId: coalition.id });
  const [single] = (await listGapRows(ctx, { kind: 'single origin', limit: 10, offset: 0 })).rows;
  expect(single).toMatchObject({ title: 'RAQ-1 About RAQ-1', facts: { origins: 1, claims: 1, who: 'Coalition', least: 12, most: 12 } });
  await newClaim(ctx, { ...killed(40), speakerId: watch.id });
  const [open] = (await listGapRows(ctx, { kind: 'contradiction unsettled', limit: 10, offset: 0 })).rows;
  expect(await counts(ctx)).toMatchObject({ 'contradiction unsettled': 1 });
  expect((await counts(ctx))['single origin']).toBeUndefined();
  expect(open).toMatchObject({ facts: { rule: 'figures apart', stale: 0, incident: 'RAQ-1' } });
  const [claimA, claimB] = [open!.subject.id, open!.other!.id];
  await settleContradiction(ctx, { rule: 'figures apart', claimA, claimB, reason: 'the first counts one building alone' });
  expect((await counts(ctx))['contradiction unsettled']).toBeUndefined();
  const changed = claimA < claimB ? claimA : claimB;
  const before = await getClaim(ctx, changed);
  await updateClaim(ctx, { id: changed, fields: fields({ ...before, note: 'looked at again' }) });
  const [stale] = (await listGapRows(ctx, { kind: 'contradiction unsettled', limit: 10, offset: 0 })).rows;
  expect(stale?.facts['stale']).toBe(1);
});
