import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseContext } from '../context.ts';
import { describeItem, removeItem } from '../items/change-item.ts';
import { createPassage } from '../passages/create-passage.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { temporaryCase } from '../testing/temporary-case.ts';
import { excerptByForms, piecesOf } from './excerpt.ts';
import { foldsOf, foldWord } from './fold-word.ts';
import { matchExpression, readWanted } from './match-expression.ts';
import { matching, querySearch } from './query-search.ts';

const find = (ctx: CaseContext, words: string, more: object = {}) => querySearch(ctx, { words, limit: 50, offset: 0, ...more });
const titles = async (ctx: CaseContext, words: string) => (await find(ctx, words)).rows.map((row) => row.title);

describe('search', () => {
  test('marks the words where they stand, in the text as it is', async () => {
    const { ctx } = await temporaryCase();
    await keepTextItem(ctx, 'So far nearly 1,236 bodies\n were exhumed from three mass graves.', 'Graves');
    const { rows, total } = await find(ctx, 'exhumed bodies');
    expect(total).toBe(1);
    expect(rows[0]?.excerpt.filter((piece) => piece.match).map((piece) => piece.text)).toEqual(['bodies', 'exhumed']);
    expect(rows[0]?.excerpt.map((piece) => piece.text).join('')).toBe('So far nearly 1,236 bodies were exhumed from three mass graves.');
  });

  test('wants every word, takes the last as a beginning, and quoted words side by side', async () => {
    const { ctx } = await temporaryCase();
    await keepTextItem(ctx, 'three mass graves in the city', 'one');
    await keepTextItem(ctx, 'graves, and a mass of rubble', 'two');
    expect((await titles(ctx, 'mass grav')).toSorted()).toEqual(['one', 'two']);
    expect(await titles(ctx, 'mass city')).toEqual(['one']);
    expect(await titles(ctx, 'gra mass')).toEqual([]);
    expect(await titles(ctx, '"mass graves"')).toEqual(['one']);
  });

  test('finds a figure however its thousands are written', async () => {
    const { ctx } = await temporaryCase();
    await keepTextItem(ctx, 'nearly 1,236 bodies', 'grouped');
    await keepTextItem(ctx, 'nearly 1236 bodies', 'plain');
    await keepTextItem(ctx, 'نحو ١٢٣٦ جثة', 'eastern');
    for (const words of ['1236', '1,236', '١٬٢٣٦'])
      expect((await titles(ctx, words)).toSorted(), words).toEqual(['eastern', 'grouped', 'plain']);
    const { rows } = await find(ctx, 'bodies 1236');
    for (const { title, excerpt } of rows)
      expect(
        excerpt.filter((piece) => piece.match).map((piece) => piece.text),
        title,
      ).toEqual([title === 'plain' ? '1236' : '1,236', 'bodies']);
  });

  test('finds Arabic with and without vowel marks, article and the letters written several ways', async () => {
    const { ctx } = await temporaryCase();
    await keepTextItem(ctx, 'عُثِرَ على المَقَابِر الجماعية في الرقّة', 'مقابر');
    for (const words of ['المقابر', 'مقابر', 'الرقة', 'الرقه', 'عثر', 'المَقَابِر']) {
      const { rows } = await find(ctx, words);
      expect(rows, words).toHaveLength(1);
      expect(
        rows[0]?.excerpt.some((piece) => piece.match),
        words,
      ).toBe(true);
    }
    await keepTextItem(ctx, 'ثلاث مقابر', 'bare');
    expect((await titles(ctx, 'المقابر')).toSorted()).toEqual(['bare', 'مقابر']);
    expect(await titles(ctx, 'مدرسة')).toEqual([]);
  });

  test('looks in passages and in titles a person gave, and can be kept to one kind', async () => {
    const { ctx } = await temporaryCase();
    const itemId = await keepTextItem(ctx, 'four families lost at least 90 relatives', 'Report');
    const passage = await createPassage(ctx, { itemId, quote: 'at least 90', comment: 'compare with the annex', tags: ['toll'] });
    await describeItem(ctx, { id: itemId, given: { title: 'War of Annihilation' } });
    expect((await find(ctx, 'annex')).rows).toMatchObject([
      { kind: 'passage', itemId, passageId: passage.id, title: 'War of Annihilation' },
    ]);
    expect((await find(ctx, 'annihil')).rows).toMatchObject([{ kind: 'item', id: itemId }]);
    expect((await find(ctx, '90', { kinds: ['passage'] })).rows.map((row) => row.kind)).toEqual(['passage']);
  });

  test('no longer finds what was removed', async () => {
    const { ctx } = await temporaryCase();
    const id = await keepTextItem(ctx, 'only here');
    await removeItem(ctx, { id, reason: 'kept by mistake' });
    expect(await find(ctx, 'only')).toEqual({ rows: [], total: 0 });
  });

  test('takes anything typed without harm', async () => {
    const { ctx } = await temporaryCase();
    await keepTextItem(ctx, 'some text');
    const nasty = ['"', '""', '*', 'a AND', 'NOT', 'title:', '(', 'a"b', '-', '^x', '{a b}:c', '\0', '😀', 'a + b', "';--"];
    for (const words of nasty) await expect(find(ctx, words), words).resolves.toBeDefined();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), async (words) => {
        await find(ctx, words);
      }),
      { numRuns: 200 },
    );
  });

  test('asks the index and reads no table whole', async () => {
    const { ctx } = await temporaryCase();
    const compiled = matching(matchExpression(readWanted('mass graves')) ?? '', ['item', 'claim']).compile(ctx.read);
    const plan = ctx.writer!.raw.prepare(`EXPLAIN QUERY PLAN SELECT rowid ${compiled.sql}`).all(...compiled.parameters) as {
      detail: string;
    }[];
    expect(plan.map((row) => row.detail)).toEqual([expect.stringMatching(/^SCAN searchIndex VIRTUAL TABLE INDEX \d+:.*M/)]);
  });
});

describe('folding', () => {
  test('leaves what the tokenizer finds itself', () => {
    expect(foldsOf('Nearly bodies, Café, 12 and 1.5')).toBe('');
    expect(foldWord('Café')).toBe('café');
  });
  test('is the same for a word folded already', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (word) => foldWord(foldWord(word)) === foldWord(word)));
  });
});

describe('an excerpt', () => {
  test('holds the snippet whole', () => {
    expect(piecesOf('a \u0002b\u0003 c')).toEqual([
      { text: 'a ', match: false },
      { text: 'b', match: true },
      { text: ' c', match: false },
    ]);
  });
  test('by forms keeps the text as written', () => {
    const text = `${'x '.repeat(200)}المَقَابِر ${'y '.repeat(200)}`;
    const pieces = excerptByForms(text, readWanted('مقابر')) ?? [];
    expect(pieces.find((piece) => piece.match)?.text).toBe('المَقَابِر');
    expect(pieces.map((piece) => piece.text).join('').length).toBeLessThan(400);
  });
});
