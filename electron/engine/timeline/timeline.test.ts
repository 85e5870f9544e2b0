import { describe, expect, test } from 'vitest';
import { contract, type CallInput } from '#shared/contract.ts';
import type { CaseContext } from '../context.ts';
import { bury } from '../items/bury.ts';
import { describeItem } from '../items/change-item.ts';
import { mergeParties } from '../parties/merge-parties.ts';
import { newClaim, newIncident, newParty, newPassage } from '../testing/claim-fixtures.ts';
import { manyClaims } from '../testing/many-claims.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { temporaryCase } from '../testing/temporary-case.ts';
import type { DatedThing } from './dated-things.ts';
import { density, extentOf, lanesOf, placeInTime } from './place-in-time.ts';
import { listTimeline, readTimeline } from './read-timeline.ts';

const view = async (ctx: CaseContext, input: CallInput<'timeline.list'> = {}) => {
  const answer = await readTimeline(ctx, contract['timeline.list'].input.parse(input));
  expect(contract['timeline.list'].output.parse(answer)).toEqual(answer);
  return answer;
};
const rows = (ctx: CaseContext, input: CallInput<'timeline.rows'> = {}) => listTimeline(ctx, contract['timeline.rows'].input.parse(input));
const day = (text: string) => Date.parse(`${text}T00:00:00.000Z`);
const said = (...dates: (string | null)[]): DatedThing[] =>
  dates.map((date, at) => ({ kind: 'statement', id: String(at), position: 0, date }));

describe('in time', () => {
  test('things stand by their first moment, the open ones first; what no rule reads is kept apart', () => {
    const { dated, undated } = placeInTime(
      said('2018', null, '2018-06', '[..2016]', 'last year', '2018-06-14T10:00:00+03:00', '2018-06-14 10:00'),
    );
    expect(dated.map((one) => one.date)).toEqual(['[..2016]', '2018', '2018-06', '2018-06-14 10:00', '2018-06-14T10:00:00+03:00']);
    expect(undated.map((one) => one.date)).toEqual([null, 'last year']);
    expect(dated.at(-1)?.from).toBe(Date.UTC(2018, 5, 14, 7));
  });

  test('the extent ignores what may lie anywhere, unless there is nothing else', () => {
    const extent = (...dates: string[]) => extentOf(placeInTime(said(...dates)).dated);
    expect(extent('2018-06', 'XXXX', '2018-07-01/..')).toEqual({ from: day('2018-06-01'), to: day('2018-07-01') });
    expect(extent('1XXX')).toEqual({ from: day('1000-01-01'), to: day('2000-01-01') - 1 });
    expect(extent('../..')).toBeNull();
  });

  test('a bin counts what may have been then, at its edges too', () => {
    const { dated } = placeInTime(said('2011', '2011-03', '201X', '2013/..', '2014-12-31'));
    const window = { from: day('2011-01-01'), to: day('2015-01-01') - 1 };
    expect(density(dated, window, 4)).toEqual([3, 1, 2, 3]);
  });

  test('a lane too full is told in bins, and counts the same', () => {
    const { dated } = placeInTime(said('2018-06-01', '2018-06-02', '2018-06-03', '2030'));
    const window = { from: day('2018-06-01'), to: day('2018-06-04') - 1 };
    const full = lanesOf(dated, window, { limit: 2, bins: 3 })[1];
    expect(full).toEqual({ lane: 'statements', total: 3, entries: [], bins: [1, 1, 1] });
    expect(lanesOf(dated, window, { limit: 3, bins: 3 })[1]).toMatchObject({ total: 3, bins: null, entries: [{}, {}, {}] });
  });
});

async function school(ctx: CaseContext) {
  const itemId = await keepTextItem(ctx, 'The Coalition admitted that more than 40 civilians were killed.', 'Admission');
  await describeItem(ctx, { id: itemId, given: { publishedAt: '2018-06~' } });
  const passage = await newPassage(ctx, itemId, 'more than 40 civilians');
  const coalition = await newParty(ctx, 'Coalition');
  const paper = await newParty(ctx, 'جريدة');
  const incident = await newIncident(ctx, 'RAQ-1');
  const claim = await newClaim(ctx, {
    act: 'killed',
    modality: 'admits',
    speakerId: coalition.id,
    incidentId: incident.id,
    when: '2017-03-20/2017-03-21',
    saidAt: '2018-06',
    via: [{ partyId: paper.id, medium: 'article', date: '2018-11-14?' }, { medium: 'repost' }],
    evidence: [{ passageId: passage.id, stance: 'states' }],
  });
  return { itemId, coalition, paper, incident, claim };
}

describe('the timeline of a case', () => {
  test('has events, statements, steps and sources on their lanes; undated things are counted and listed', async () => {
    const { ctx } = await temporaryCase();
    const { itemId, claim } = await school(ctx);
    const { lanes, dated, undated, extent } = await view(ctx);
    expect(lanes.map((lane) => [lane.lane, lane.entries.map((entry) => [entry.kind, entry.id, entry.who])])).toEqual([
      ['events', [['event', claim.id, 'Coalition']]],
      [
        'statements',
        [
          ['statement', claim.id, 'Coalition'],
          ['handed on', claim.id, 'جريدة, article'],
        ],
      ],
      [
        'sources',
        [
          ['published', itemId, 'test'],
          ['kept', itemId, 'test'],
        ],
      ],
    ]);
    expect(lanes[1]?.entries[0]).toMatchObject({ title: 'admits: killed', modality: 'admits', date: '2018-06' });
    expect(lanes[1]?.entries[1]?.shape?.start).toMatchObject({ uncertain: true, approximate: false });
    expect([dated, undated]).toEqual([5, 2]);
    expect(extent?.from).toBe(day('2017-03-20'));
    const list = await rows(ctx, { dated: false });
    expect(list.rows.map((row) => [row.kind, row.who])).toEqual([
      ['incident', null],
      ['handed on', 'repost'],
    ]);
    expect((await rows(ctx, { limit: 2, offset: 1 })).rows.map((row) => row.kind)).toEqual(['statement', 'published']);
  });

  test('is narrowed by window, kind, incident and party, merged ones as one', async () => {
    const { ctx } = await temporaryCase();
    const { incident, coalition, itemId, claim } = await school(ctx);
    const other = await newClaim(ctx, { saidAt: '2018-06' });
    const later = await view(ctx, { from: day('2018-06-15'), to: day('2018-06-16') });
    expect(later.lanes.map((lane) => lane.total)).toEqual([0, 2, 1]);
    expect((await view(ctx, { kinds: ['statement'] })).lanes[1]?.entries.map(({ id }) => id)).toEqual([claim.id, other.id]);
    const ofIncident = await view(ctx, { incidentId: incident.id });
    expect(ofIncident.lanes.flatMap(({ entries }) => entries.map(({ id }) => id))).toEqual([claim.id, claim.id, claim.id, itemId, itemId]);
    const same = await newParty(ctx, 'CJTF-OIR');
    await newClaim(ctx, { speakerId: same.id, saidAt: '2019' });
    expect((await view(ctx, { partyId: coalition.id, kinds: ['statement'] })).dated).toBe(1);
    await mergeParties(ctx, { id: same.id, intoId: coalition.id, reason: 'one body' });
    expect((await view(ctx, { partyId: coalition.id, kinds: ['statement'] })).dated).toBe(2);
    expect((await view(ctx, { partyId: same.id, kinds: ['statement'] })).dated).toBe(2);
    await bury(ctx, { kind: 'claim', id: other.id, reason: 'read wrongly' });
    expect((await view(ctx, { kinds: ['statement'] })).dated).toBe(2);
  });

  test('of an empty case has no window', async () => {
    const { ctx } = await temporaryCase();
    expect(await view(ctx)).toEqual({ window: null, extent: null, lanes: [], dated: 0, undated: 0 });
  });

  test('of 5,000 claims is answered in bins in under a second', async () => {
    const { ctx } = await temporaryCase();
    await manyClaims(ctx, { claims: 5000, incidents: 50 });
    const start = performance.now();
    const { lanes, dated } = await view(ctx);
    const first = performance.now() - start;
    const again = performance.now();
    const page = await rows(ctx, { limit: 200, offset: 4000 });
    console.info(
      `timeline of ${dated} dated things: ${Math.round(first)} ms; a page of its list: ${Math.round(performance.now() - again)} ms`,
    );
    expect(first).toBeLessThan(10_000);
    expect(lanes[1]).toMatchObject({ total: 10_000, entries: [] });
    expect(lanes[1]?.bins).toHaveLength(240);
    expect(page.rows).toHaveLength(200);
  });
});
