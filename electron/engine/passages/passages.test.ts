import Database from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listEntries } from '../journal/list-entries.ts';
import { keepItem } from '../items/keep-item.ts';
import type { CaseContext } from '../context.ts';
import type { TextMap } from '#shared/model/items.ts';
import type { PassageTarget } from '#shared/model/passages.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { reopen, temporaryCase } from '../testing/temporary-case.ts';
import { removePassage, updatePassage } from './change-passage.ts';
import { createPassage } from './create-passage.ts';
import { getPassage, listPassages } from './list-passages.ts';

const text = 'Nearly 1,236 bodies have been exhumed from three mass graves. 𐤀 Most are women. Most are children.';
const notes = { comment: '', tags: [] };
const all = { limit: 200, offset: 0 };

async function keepMedia(ctx: CaseContext, type: 'video' | 'pdf' | 'image', words: string, map: TextMap): Promise<string> {
  const original = await ctx.store.keepBytes(`original of ${words}`);
  const blob = await ctx.store.keepBytes(words);
  const item = {
    type,
    title: type,
    source: 's',
    sourceUrl: null,
    language: null,
    originalName: null,
    method: 'import',
    capturedAt: '2018-11-14T09:00:00.000Z',
    gaps: [],
  } as const;
  return keepItem(ctx, {
    ...item,
    gaps: [],
    facts: { media: { durationSeconds: 20 } },
    files: [
      { key: 'original', role: 'original', blob: original, name: 'a', mediaType: 'x/y' },
      {
        key: 'text',
        role: 'text',
        blob,
        name: 'a.txt',
        mediaType: 'text/plain',
        parent: 'original',
        tool: { name: 't', version: '1', parameters: {} },
      },
    ],
    text: { fileKey: 'text', text: words, map },
  });
}

/** What nobody can do through the app: text changed behind its back. */
function tamper(folder: string, from: string, to: string): void {
  const raw = new Database(join(folder, 'case.sqlite'));
  raw.exec('DROP TRIGGER textNoUpdate');
  raw.prepare('UPDATE canonicalText SET text = replace(text, ?, ?)').run(from, to);
  raw.close();
}

describe('a passage of words', () => {
  test('is made from a bare quote, with all selectors', async () => {
    const { ctx } = await temporaryCase();
    const itemId = await keepTextItem(ctx, text);
    const passage = await createPassage(ctx, {
      itemId,
      quote: '1,236 bodies',
      comment: 'count',
      tags: ['b', 'a', 'b'],
    });
    expect(passage).toMatchObject({
      kind: 'words',
      quote: '1,236 bodies',
      start: 7,
      end: 19,
      state: 'exact',
      tags: ['a', 'b'],
      itemTitle: 'A text',
      createdBy: 'tester',
      claimIds: [],
    });
    expect(passage.selectors).toEqual([
      {
        type: 'TextQuoteSelector',
        exact: '1,236 bodies',
        prefix: 'Nearly ',
        suffix: ' have been exhumed from three ma',
      },
      { type: 'TextPositionSelector', start: 7, end: 19 },
    ]);
  });

  test('is refused when it does not resolve, and nothing is kept', async () => {
    const { ctx } = await temporaryCase();
    const itemId = await keepTextItem(ctx, text);
    const make = (target: PassageTarget) => createPassage(ctx, { itemId, ...notes, ...target });
    await expect(make({ quote: 'Nearly 1,238 bodies' })).rejects.toMatchObject({
      code: 'passage-unresolved',
    });
    await expect(make({ quote: 'Most are' })).rejects.toMatchObject({
      code: 'passage-ambiguous',
      facts: { count: 2 },
    });
    await expect(make({ quote: 'bodies', start: 12, end: 18 })).rejects.toMatchObject({
      code: 'passage-unresolved',
    });
    await expect(make({ quote: '\ud802', start: 62, end: 63 })).rejects.toMatchObject({
      code: 'passage-unresolved',
    });
    await expect(make({ quote: 'x', start: 900, end: 901 })).rejects.toMatchObject({
      code: 'passage-unresolved',
    });
    await expect(make({ time: { from: 1, to: 2 } })).rejects.toMatchObject({ code: 'wrong-input' });
    await expect(make({ area: { x: 0, y: 0, width: 10, height: 10 } })).rejects.toMatchObject({
      code: 'wrong-input',
    });
    expect((await listPassages(ctx, all)).total).toBe(0);
    await expect(createPassage(ctx, { itemId: ctx.ports.newId(), quote: 'x', ...notes })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('is back after a restart at the very words', async () => {
    const { ctx, engine, folder } = await temporaryCase();
    const itemId = await keepTextItem(ctx, text);
    const made = await createPassage(ctx, { itemId, quote: 'Most are', suffix: ' children', ...notes });
    const again = await reopen(engine, folder);
    expect(await getPassage(again, made.id)).toEqual(made);
    expect(text.slice(made.start ?? 0, made.end ?? 0)).toBe('Most are');
  });

  test.each([
    ['Nearly', 'Very nearly', 'moved'],
    ['exhumed', 'exhumned', 'approximate'],
    ['three mass graves', 'the river', 'lost'],
    ['children', 'men', 'exact'],
  ])('with %s turned into %s is %s', async (from, to, state) => {
    const { ctx, engine, folder } = await temporaryCase();
    const itemId = await keepTextItem(ctx, text);
    await createPassage(ctx, { itemId, quote: 'bodies have been exhumed from three mass graves', ...notes });
    tamper(folder, from, to);
    const { rows } = await listPassages(await reopen(engine, folder), { itemId, ...all });
    expect(rows.map((row) => row.state)).toEqual([state]);
  });
});

describe('other anchors', () => {
  const words = 'Nearly 1,236 bodies\nfrom three graves\nsays the committee';
  const cues = [
    { start: 0, end: 19, from: 1, to: 4 },
    { start: 20, end: 37, from: 4, to: 8 },
    { start: 38, end: 56, from: 9, to: 12 },
  ];

  test('a time range quotes the cues under it', async () => {
    const { ctx } = await temporaryCase();
    const itemId = await keepMedia(ctx, 'video', words, { kind: 'cues', cues });
    const passage = await createPassage(ctx, {
      itemId,
      time: { from: 2.5, to: 7.25 },
      area: { x: 10, y: 20, width: 30, height: 40 },
      ...notes,
    });
    expect(passage).toMatchObject({
      kind: 'time',
      from: 2.5,
      to: 7.25,
      quote: 'Nearly 1,236 bodies\nfrom three graves',
      state: 'exact',
    });
    expect(passage.selectors[0]).toEqual({
      type: 'FragmentSelector',
      conformsTo: 'http://www.w3.org/TR/media-frags/',
      value: 't=2.5,7.25&xywh=percent:10,20,30,40',
    });
    expect(await createPassage(ctx, { itemId, time: { from: 13, to: 14 }, ...notes })).toMatchObject({
      quote: '',
      start: null,
      state: 'exact',
    });
    await expect(createPassage(ctx, { itemId, time: { from: 19, to: 25 }, ...notes })).rejects.toMatchObject({
      code: 'wrong-input',
      facts: { field: 'time' },
    });
  });

  test('words of a transcript know their time, words of a PDF their page', async () => {
    const { ctx } = await temporaryCase();
    const video = await keepMedia(ctx, 'video', words, { kind: 'cues', cues });
    expect(await createPassage(ctx, { itemId: video, quote: 'three graves', ...notes })).toMatchObject({
      kind: 'words',
      from: 4,
      to: 8,
    });
    const pages = [
      { start: 0, end: 19, page: 1 },
      { start: 21, end: 37, page: 2 },
    ];
    const pdf = await keepMedia(ctx, 'pdf', 'Nearly 1,236 bodies\n\nfrom three grave', {
      kind: 'pages',
      pages,
    });
    const passage = await createPassage(ctx, { itemId: pdf, quote: 'three', ...notes });
    expect(passage.page).toBe(2);
    expect(passage.selectors.at(-1)).toMatchObject({ type: 'FragmentSelector', value: 'page=2' });
    await expect(createPassage(ctx, { itemId: pdf, area: { x: 0, y: 0, width: 5, height: 5 }, page: 9, ...notes })).rejects.toMatchObject({
      code: 'wrong-input',
    });
    await expect(createPassage(ctx, { itemId: pdf, area: { x: 90, y: 0, width: 50, height: 5 }, page: 1, ...notes })).rejects.toMatchObject(
      { code: 'wrong-input' },
    );
    expect(await createPassage(ctx, { itemId: pdf, area: { x: 1, y: 2, width: 3, height: 4 }, page: 1, ...notes })).toMatchObject({
      kind: 'area',
      page: 1,
      quote: '',
    });
  });
});

describe('changing passages', () => {
  test('comment and tags change, the anchor never; each act is in the journal and in the search index', async () => {
    const { ctx } = await temporaryCase();
    const itemId = await keepTextItem(ctx, text);
    const { id } = await createPassage(ctx, {
      itemId,
      quote: '1,236 bodies',
      comment: 'first',
      tags: ['count'],
    });
    const changed = await updatePassage(ctx, { id, comment: 'second', tags: ['graves'] });
    expect(changed).toMatchObject({ comment: 'second', tags: ['graves'] });
    expect(changed.updatedAt > changed.createdAt).toBe(true);
    expect(() => ctx.writer!.raw.exec("UPDATE passage SET quote = 'x'")).toThrow(/keeps its anchor/);
    const found = await ctx.read.selectFrom('searchIndex').select(['title', 'body']).where('kind', '=', 'passage').execute();
    expect(found).toEqual([{ title: '1,236 bodies', body: 'second\ngraves' }]);
    await removePassage(ctx, { id, reason: 'marked twice' });
    expect(await listPassages(ctx, all)).toEqual({ rows: [], total: 0 });
    expect(await ctx.read.selectFrom('searchIndex').select('id').where('kind', '=', 'passage').execute()).toEqual([]);
    await expect(updatePassage(ctx, { id, ...notes })).rejects.toMatchObject({ code: 'not-found' });
    const { rows } = await listEntries(ctx, { subject: id, direction: 'ascending', ...all });
    expect(rows.map((row) => row.action)).toEqual(['passage.created', 'passage.updated', 'passage.removed']);
    expect(rows[0]?.payload).toMatchObject({ quote: '1,236 bodies', start: 7, end: 19, tags: ['count'] });
  });

  test('a passage a claim stands on is not removed', async () => {
    const { ctx } = await temporaryCase();
    const itemId = await keepTextItem(ctx, text);
    const { id } = await createPassage(ctx, { itemId, quote: '1,236 bodies', ...notes });
    const [claimId, at] = [ctx.ports.newId(), '2018-11-14T09:00:00.000Z'];
    const queries = ctx.writer!.queries;
    await queries
      .insertInto('claim')
      .values({
        id: claimId,
        act: 'exhumed',
        modality: 'asserts',
        speakerId: null,
        when: null,
        saidAt: null,
        place: null,
        cause: null,
        incidentId: null,
        note: '',
        createdAt: at,
        createdBy: 'x',
        updatedAt: at,
      })
      .execute();
    await queries
      .insertInto('evidence')
      .values({ id: ctx.ports.newId(), claimId, passageId: id, stance: 'states', note: '', createdAt: at })
      .execute();
    expect((await getPassage(ctx, id)).claimIds).toEqual([claimId]);
    await expect(removePassage(ctx, { id, reason: 'r' })).rejects.toMatchObject({
      code: 'still-used',
      facts: { count: 1 },
    });
    await queries
      .insertInto('burial')
      .values({ id: ctx.ports.newId(), subject: claimId, kind: 'claim', reason: 'r', at, actor: 'x' })
      .execute();
    await removePassage(ctx, { id, reason: 'r' });
  });

  test('lists are pages, in reading order within an item, by tag across items, in a fixed number of queries', async () => {
    const { ctx } = await temporaryCase();
    const items = [await keepTextItem(ctx, text, 'One'), await keepTextItem(ctx, `${text} Again.`, 'Two')];
    for (const itemId of items) {
      for (const quote of ['Most are women', 'Nearly', 'three mass graves'])
        await createPassage(ctx, { itemId, quote, comment: '', tags: quote === 'Nearly' ? ['count'] : [] });
    }
    const first = await listPassages(ctx, { itemId: items[0]!, limit: 2, offset: 0 });
    expect([first.total, first.rows.map((row) => row.quote)]).toEqual([3, ['Nearly', 'three mass graves']]);
    expect((await listPassages(ctx, { itemId: items[0]!, limit: 2, offset: 2 })).rows.map((row) => row.quote)).toEqual(['Most are women']);
    const tagged = await listPassages(ctx, { tag: 'count', ...all });
    expect(tagged.rows.map((row) => row.itemTitle)).toEqual(['Two', 'One']);
    const plan = ctx.writer!.raw.prepare('EXPLAIN QUERY PLAN SELECT * FROM passage WHERE itemId = \'x\' ORDER BY "start"').all();
    expect(JSON.stringify(plan)).toContain('passageItem');
  });
});
