import { describe, expect, test } from 'vitest';
import { contract, type CallInput } from '#shared/contract.ts';
import { claimGroupings, claimSorts, type ClaimFilter, type ClaimSort } from '#shared/model/claim-filter.ts';
import type { CaseContext } from '../../context.ts';
import { giveGrade, withdrawGrade } from '../../grades/grades.ts';
import { mergeParties } from '../../parties/merge-parties.ts';
import { firstPage, newClaim, newIncident, newParty, newPassage } from '../../testing/claim-fixtures.ts';
import { addField } from '../../vocabulary/own-fields.ts';
import { variedClaims } from '../../testing/varied-claims.ts';
import { keepTextItem } from '../../testing/keep-text-item.ts';
import { temporaryCase } from '../../testing/temporary-case.ts';
import { listClaimGroups, listClaims, listWithGrades, ordered } from './list-claims.ts';
import { narrowClaims } from './narrow-claims.ts';

const input = (given: CallInput<'claims.list'>) => contract['claims.list'].input.parse(given);

/** Which of named claims a filter finds, by their notes. */
const finds = (ctx: CaseContext) => async (filter: ClaimFilter) =>
  (await listClaims(ctx, { ...firstPage, ...filter, sort: 'created', direction: 'ascending' })).rows.map(({ note }) => note).join(' ');

describe('a filter', () => {
  test('reads figures by their bounds, each field of one figure', async () => {
    const { ctx } = await temporaryCase();
    const find = finds(ctx);
    await newClaim(ctx, {
      note: 'nearly',
      quantities: [
        { qualifier: 'nearly', value: 1236, unit: 'bodies' },
        { value: 3, unit: 'mass graves' },
      ],
    });
    await newClaim(ctx, { note: 'least', quantities: [{ qualifier: 'at least', value: 90, unit: 'relatives and neighbours' }] });
    await newClaim(ctx, { note: 'upto', quantities: [{ qualifier: 'up to', value: 40, unit: 'civilians' }] });
    await newClaim(ctx, { note: 'dozens', quantities: [{ qualifier: 'dozens', unit: 'bodies' }] });
    await newClaim(ctx, { note: 'between', quantities: [{ qualifier: 'between', min: 10, max: 20, unit: 'people' }] });
    await newClaim(ctx, { note: 'none' });
    expect(await find({ figureLeast: 100 })).toBe('nearly least');
    expect(await find({ figureMost: 15 })).toBe('nearly upto between');
    expect(await find({ figureLeast: 15, figureMost: 39 })).toBe('upto between');
    expect(await find({ units: ['bodies'] })).toBe('nearly dozens');
    expect(await find({ units: ['mass graves'], figureLeast: 100 }), 'one figure fits all').toBe('');
    expect(await find({ qualifiers: ['at least', 'dozens'] })).toBe('least dozens');
  });

  test('takes merged parties as one, nobody as nobody, and knows roles', async () => {
    const { ctx } = await temporaryCase();
    const find = finds(ctx);
    const [one, other, third] = [await newParty(ctx, 'RCC'), await newParty(ctx, 'Committee'), await newParty(ctx, 'Coalition')];
    await newClaim(ctx, { note: 'a', speakerId: one.id });
    await newClaim(ctx, { note: 'b', speakerId: other.id, parties: [{ partyId: third.id, role: 'alleged responsible' }] });
    await newClaim(ctx, { note: 'c', via: [{ partyId: third.id }] });
    expect(await find({ speakerIds: [one.id] })).toBe('a');
    await mergeParties(ctx, { id: one.id, intoId: other.id, reason: 'the same' });
    for (const id of [one.id, other.id]) {
      expect(await find({ speakerIds: [id] })).toBe('a b');
      expect(await find({ partyId: id })).toBe('a b');
    }
    expect(await find({ speakerIds: [null] })).toBe('c');
    expect(await find({ speakerIds: [null, one.id] })).toBe('a b c');
    expect(await find({ partyId: third.id })).toBe('b c');
    expect(await find({ partyId: third.id, partyRole: 'alleged responsible' })).toBe('b');
    expect(await find({ partyRole: 'target' })).toBe('');
    expect(await listClaimGroups(ctx, { filter: {}, by: 'speaker' })).toMatchObject({
      groups: [
        { label: 'Committee', count: 2 },
        { key: null, count: 1 },
      ],
    });
  });

  test('takes a date when it may lie between, by its bounds', async () => {
    const { ctx } = await temporaryCase();
    const find = finds(ctx);
    for (const saidAt of ['2018', '2018-06-14', '2017-03?', '../2016', '2019/..', null])
      await newClaim(ctx, { note: String(saidAt), saidAt });
    expect(await find({ said: { from: '2018-06', to: '2018-07' } })).toBe('2018 2018-06-14');
    expect(await find({ said: { to: '2017' } })).toBe('2017-03? ../2016');
    expect(await find({ said: { from: '2018-12' } })).toBe('2018 2019/..');
    expect(await find({ happened: { from: '1900' } })).toBe('');
  });

  test('finds by place in any script, incident or none, evidence and its stance, grades, own fields and who made it', async () => {
    const { ctx } = await temporaryCase();
    const find = finds(ctx);
    const incident = await newIncident(ctx, 'RAQ-1');
    const passage = await newPassage(ctx, await keepTextItem(ctx, 'Nearly 1,236 bodies were exhumed.'), 'bodies');
    const place = { name: 'Raqqa 100%', names: { ar: 'الرقة' } };
    const a = await newClaim(ctx, { note: 'a', place, incidentId: incident.id, evidence: [{ passageId: passage.id, stance: 'supports' }] });
    for (const [name, type] of [
      ['caseFile', 'text'],
      ['seen', 'yes or no'],
    ] as const)
      await addField(ctx, { subject: 'claim', name, label: name, type, options: [], note: '' });
    const b = await newClaim(ctx, { note: 'b', extra: { caseFile: 'F-7', seen: true } });
    expect([
      await find({ place: 'raqq' }),
      await find({ place: 'الرق' }),
      await find({ place: '100%' }),
      await find({ place: '1%0' }),
    ]).toEqual(['a', 'a', 'a', '']);
    expect([await find({ incidentId: incident.id }), await find({ incidentId: null })]).toEqual(['a', 'b']);
    expect([
      await find({ evidence: 'none' }),
      await find({ evidence: 'some' }),
      await find({ evidence: 'supports' }),
      await find({ evidence: 'states' }),
    ]).toEqual(['b', 'a', 'a', '']);
    expect([
      await find({ field: { name: 'caseFile' } }),
      await find({ field: { name: 'seen', value: true } }),
      await find({ field: { name: 'seen', value: false } }),
    ]).toEqual(['b', 'b', '']);
    expect([await find({ createdBy: 'tester' }), await find({ createdBy: 'other' })]).toEqual(['a b', '']);
    const given = { subjectKind: 'claim', subjectId: a.id, scale: 'admiralty reliability', reason: 'r' } as const;
    await giveGrade(ctx, { ...given, value: 'C' });
    const second = await giveGrade(ctx, { ...given, value: 'B' });
    await giveGrade({ ...ctx, settings: { ...ctx.settings, actor: 'other' } }, { ...given, value: 'D' });
    expect([
      await find({ reliability: ['B'] }),
      await find({ reliability: ['C'] }),
      await find({ reliability: ['D'] }),
      await find({ reliability: [null] }),
    ]).toEqual(['a', '', 'a', 'b']);
    expect((await listWithGrades(ctx, input({ reliability: ['B', null] }))).rows.map((row) => [row.note, row.reliability])).toEqual([
      ['b', []],
      ['a', ['D', 'B']],
    ]);
    await withdrawGrade(ctx, { id: second.id, reason: 'wrong' });
    expect([await find({ reliability: ['B'] }), await find({ reliability: ['C'] })]).toEqual(['', 'a']);
    expect(b.extra).toEqual({ caseFile: 'F-7', seen: true });
  });
});

describe('the order', () => {
  test('of every column is whole, the same again, turned round but for what is empty, which comes last', async () => {
    const { ctx } = await temporaryCase();
    await variedClaims(ctx, 120);
    const all = async (sort: ClaimSort, direction: 'ascending' | 'descending') =>
      (await listClaims(ctx, { ...firstPage, sort, direction })).rows;
    for (const sort of [...claimSorts, 'field:ref'] as const) {
      const [up, down] = [await all(sort, 'ascending'), await all(sort, 'descending')];
      expect(new Set(up.map(({ id }) => id)).size, sort).toBe(120);
      expect(
        (await all(sort, 'ascending')).map(({ id }) => id),
        sort,
      ).toEqual(up.map(({ id }) => id));
      const empty = { said: 'saidAt', place: 'place', speaker: 'speakerId', incident: 'incidentId' }[sort as string] as
        'saidAt' | undefined;
      if (empty === undefined) continue;
      for (const rows of [up, down]) {
        const first = rows.findIndex((row) => row[empty] === null);
        expect(
          rows.slice(first).every((row) => row[empty] === null),
          sort,
        ).toBe(true);
      }
    }
    const figures = (await all('figure', 'ascending')).map(({ quantities }) => quantities[0]!.value!);
    expect(figures).toEqual([...figures].sort((a, b) => a - b));
    const grades = (await listWithGrades(ctx, input({ sort: 'reliability', direction: 'ascending' }))).rows.map(
      ({ reliability }) => reliability[0],
    );
    expect(grades.slice(0, 24)).toEqual([...grades.slice(0, 24)].sort());
  });

  test.each(claimGroupings)('grouped by %s, the groups follow one another as they are counted', async (by) => {
    const { ctx } = await temporaryCase();
    await variedClaims(ctx, 120);
    const { groups } = await listClaimGroups(ctx, { filter: { acts: ['killed', 'injured'] }, by });
    const { rows, total } = await listClaims(ctx, {
      ...firstPage,
      acts: ['killed', 'injured'],
      groupBy: by,
      sort: 'figure',
      direction: 'descending',
    });
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    let at = 0;
    for (const { key, count } of groups) {
      const here = rows.slice(at, at + count);
      at += count;
      const own = { act: 'act', modality: 'modality', speaker: 'speakerId', incident: 'incidentId', createdBy: 'createdBy' }[
        by as string
      ] as 'act' | undefined;
      if (own !== undefined)
        expect(
          here.every((row) => row[own] === key),
          `${by} ${key}`,
        ).toBe(true);
      if (by === 'place') expect(here.every((row) => (row.place?.name ?? null) === key)).toBe(true);
      const figures = here.map(({ quantities }) => quantities[0]!.value!);
      expect(figures).toEqual([...figures].sort((a, b) => b - a));
    }
    if (by === 'month') expect(groups.map(({ key }) => key)).toEqual(['2017-03', '2018', '2018-06', '2018-11', null]);
  });
});

describe('a long list', () => {
  async function planOf(ctx: CaseContext, query: { compile(): { sql: string; parameters: readonly unknown[] } }): Promise<string> {
    const { sql, parameters } = query.compile();
    const rows = ctx.writer!.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[];
    return rows.map(({ detail }) => detail).join('\n');
  }

  test.each([
    ['created', 'claimCreated'],
    ['said', 'claimSaid'],
    ['happened', 'claimHappened'],
    ['act', 'claimAct'],
    ['modality', 'claimModality'],
    ['place', 'claimPlace'],
    ['updated', 'claimUpdated'],
  ] as const)('is read in the order of %s from an index, both ways, sorting nothing', async (sort, index) => {
    const { ctx } = await temporaryCase();
    for (const direction of ['ascending', 'descending'] as const) {
      const plan = await planOf(ctx, ordered(narrowClaims(ctx.read, {}).select('claim.id'), sort, direction).limit(200));
      expect(plan).toMatch(new RegExp(`SCAN claim USING (COVERING )?INDEX ${index}`));
      expect(plan).not.toContain('TEMP B-TREE');
    }
  });

  test('is narrowed by an index, and never looks at all burials', async () => {
    const { ctx } = await temporaryCase();
    const id = '00000000-0000-7000-8000-000000000000';
    const hot: ClaimFilter[] = [
      { acts: ['killed'] },
      { modalities: ['denies'] },
      { units: ['bodies'], figureLeast: 5 },
      { speakerIds: [id] },
      { partyId: id },
      { incidentId: id },
      { itemId: id },
      { said: { from: '2018', to: '2019' } },
      { happened: { from: '2018', to: '2019' } },
    ];
    for (const filter of hot) {
      const plan = await planOf(ctx, narrowClaims(ctx.read, filter).select('claim.id'));
      expect(plan, JSON.stringify(filter)).not.toMatch(/SCAN (claim|q|e|p|g|claimQuantity|evidence|passage|burial|restoration|t)\b/);
    }
  });

  /** `HOLDFAST_MANY=20000` to see how long it takes on a machine by itself. */
  const many = Number(process.env['HOLDFAST_MANY'] ?? 3000);
  test('of thousands of claims answers every column, group and filter', async () => {
    const { ctx } = await temporaryCase();
    const { speakers, incidents } = await variedClaims(ctx, many);
    const times: Record<string, number> = {};
    const timed = async (name: string, run: () => Promise<unknown>) => {
      const start = performance.now();
      await run();
      times[name] = Math.round(performance.now() - start);
    };
    for (const sort of claimSorts)
      await timed(`sort ${sort}`, () => listWithGrades(ctx, input({ sort, direction: 'ascending', offset: many / 2 })));
    for (const by of claimGroupings) {
      await timed(`groups ${by}`, () => listClaimGroups(ctx, { filter: {}, by }));
      await timed(`grouped ${by}`, () => listWithGrades(ctx, input({ groupBy: by, offset: many / 2 })));
    }
    const filters: ClaimFilter[] = [
      { figureLeast: 700 },
      { units: ['bodies'], figureMost: 200 },
      { speakerIds: [speakers[3]!, null] },
      { partyId: speakers[3]! },
      { incidentId: incidents[2]! },
      { place: 'raq' },
      { said: { from: '2018-06', to: '2018-07' } },
      { reliability: ['A', null] },
      { evidence: 'none' },
      { field: { name: 'ref' } },
    ];
    for (const filter of filters) await timed(`filter ${Object.keys(filter).join('+')}`, () => listWithGrades(ctx, input(filter)));
    const slow = Object.entries(times).sort(([, a], [, b]) => b - a);
    console.info(`${many} claims, ms: ${slow.map(([name, ms]) => `${name} ${ms}`).join(', ')}`);
    expect(slow[0]![1]).toBeLessThan(20_000);
  }, 60_000);
});
