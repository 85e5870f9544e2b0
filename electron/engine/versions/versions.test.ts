import { describe, expect, test } from 'vitest';
import type { CaseContext } from '../context.ts';
import { absenceCalls } from '../absences/handlers.ts';
import { recordAbsence } from '../absences/record-absence.ts';
import { linkEvidence } from '../claims/evidence-links.ts';
import { removeItem } from '../items/change-item.ts';
import { getItem } from '../items/get-item.ts';
import { listItems } from '../items/list-items.ts';
import { createPassage } from '../passages/create-passage.ts';
import { getPassage } from '../passages/list-passages.ts';
import { newClaim } from '../testing/claim-fixtures.ts';
import { keepPage } from '../testing/keep-page.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { temporaryCase } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { acceptCarried } from './accept-carried.ts';
import { carryPassages } from './carry-passages.ts';
import { compareVersions } from './compare-versions.ts';
import { latestQuery } from './item-addresses.ts';
import { linkVersions, unlinkVersions } from './link-versions.ts';
import { listVersions } from './list-versions.ts';

const url = 'https://paper.example/raqqa';
const entries = async (ctx: CaseContext, action: string) =>
  ctx.read.selectFrom('journal').selectAll().where('action', '=', action).orderBy('seq').execute();
const mark = (ctx: CaseContext, itemId: string, quote: string, prefix?: string) =>
  createPassage(ctx, { itemId, quote, ...(prefix === undefined ? {} : { prefix }), comment: `on ${quote}`, tags: ['count'] });

describe('a page captured again', () => {
  test('is linked to the newest earlier one, in the same transaction, with its entry', async () => {
    const { ctx } = await temporaryCase();
    const first = await keepPage(ctx, { url, text: 'one' });
    const second = await keepPage(ctx, { url: `${url}#comments`, text: 'two' });
    const third = await keepPage(ctx, { url, text: 'two' });
    await keepPage(ctx, { url: 'https://paper.example/other', text: 'two' });
    const { versions, absences } = await listVersions(ctx, { itemId: second });
    expect(versions.map(({ itemId, sameText, link }) => [itemId, link?.earlierId ?? null, sameText])).toEqual([
      [first, null, null],
      [second, first, false],
      [third, second, true],
    ]);
    expect(absences).toEqual([]);
    const linked = await entries(ctx, 'version.linked');
    expect(linked.map((entry) => JSON.parse(entry.payload) as object)).toEqual(versions.slice(1).map(({ link }) => link));
    const kept = await ctx.read.selectFrom('journal').select('seq').where('subject', '=', second).executeTakeFirstOrThrow();
    expect(linked[0]?.seq).toBe(kept.seq + 1);
    expect(versions[1]?.link).toMatchObject({ basis: 'address', address: url });
    expect((await runVerify(ctx, {})).findings).toEqual([]);
  });

  test('by where it was asked for as well as by where it ended up', async () => {
    const { ctx } = await temporaryCase();
    const short = await keepPage(ctx, { requestedUrl: 'https://t.example/x', url, text: 'one' });
    const direct = await keepPage(ctx, { url, text: 'one' });
    const moved = await keepPage(ctx, { requestedUrl: url, url: 'https://paper.example/new/raqqa', text: 'one' });
    const { versions } = await listVersions(ctx, { itemId: moved });
    expect(versions.map((one) => one.itemId)).toEqual([short, direct, moved]);
  });

  test('passes over removed items, and a removed one does not part the others', async () => {
    const { ctx } = await temporaryCase();
    const first = await keepPage(ctx, { url, text: 'one' });
    const second = await keepPage(ctx, { url, text: 'two' });
    const third = await keepPage(ctx, { url, text: 'three' });
    await removeItem(ctx, { id: second, reason: 'a mistake' });
    await removeItem(ctx, { id: third, reason: 'a mistake' });
    const fourth = await keepPage(ctx, { url, text: 'four' });
    const { versions } = await listVersions(ctx, { itemId: first });
    expect(versions.map((one) => [one.itemId, one.link?.earlierId])).toEqual([
      [first, undefined],
      [fourth, first],
    ]);
    expect((await getItem(ctx, first)).hasNewer).toBe(true);
    expect((await getItem(ctx, fourth)).hasNewer).toBe(false);
  });

  test('an imported item is linked by a person alone, and taken back with a reason', async () => {
    const { ctx } = await temporaryCase();
    const imported = await keepTextItem(ctx, 'old text');
    const captured = await keepPage(ctx, { url, text: 'new text' });
    await linkVersions(ctx, { itemId: captured, earlierId: imported });
    const { versions } = await listVersions(ctx, { itemId: imported });
    expect(versions.map((one) => one.link?.basis ?? null)).toEqual([null, 'person']);
    await expect(linkVersions(ctx, { itemId: captured, earlierId: imported })).rejects.toMatchObject({ code: 'already-exists' });
    await expect(linkVersions(ctx, { itemId: imported, earlierId: captured })).rejects.toMatchObject({ code: 'wrong-input' });
    await expect(linkVersions(ctx, { itemId: imported, earlierId: imported })).rejects.toMatchObject({ code: 'wrong-input' });
    await unlinkVersions(ctx, { itemId: captured, reason: 'another page' });
    expect((await listVersions(ctx, { itemId: imported })).versions).toHaveLength(1);
    await expect(unlinkVersions(ctx, { itemId: captured, reason: 'again' })).rejects.toMatchObject({ code: 'not-found' });
    await linkVersions(ctx, { itemId: captured, earlierId: imported });
    expect((await runVerify(ctx, {})).findings).toEqual([]);
  });

  test('is found by its address without a scan', async () => {
    const { ctx } = await temporaryCase();
    const { sql, parameters } = latestQuery(ctx.read, [url, 'https://t.example/x']).compile();
    const plan = ctx.writer?.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...(parameters as string[])) as { detail: string }[];
    expect(plan.map((step) => step.detail).join('\n')).toMatch(/SEARCH itemAddress USING PRIMARY KEY \(address=\?\)/);
    expect(plan.map((step) => step.detail).join('\n')).not.toMatch(/SCAN/);
  });

  test('rows of links, carried passages and absences cannot be changed or taken out', async () => {
    const { ctx } = await temporaryCase();
    await keepPage(ctx, { url, text: 'one' });
    await keepPage(ctx, { url, text: 'two' });
    const raw = ctx.writer!.raw;
    expect(() => raw.exec("UPDATE itemVersion SET at = 'x'")).toThrow('write-once');
    expect(() => raw.exec('DELETE FROM itemVersion')).toThrow('write-once');
    expect(() =>
      raw.exec("INSERT INTO itemVersion SELECT replace(id, substr(id, 1, 1), 'z'), itemId, earlierId, 'person', NULL, at FROM itemVersion"),
    ).toThrow('one earlier version');
  });
});

describe('what differs', () => {
  test('texts, and what the pages say of themselves', async () => {
    const { ctx } = await temporaryCase();
    const from = await keepPage(ctx, {
      url,
      text: 'الرقة\nرفات ١٬٢٣٦ شخصا',
      title: 'Graves',
      facts: { byline: 'A. Writer', publishedAt: '2018-10-03' },
    });
    const to = await keepPage(ctx, {
      url,
      text: 'الرقة\nرفات ١٬٣٠٠ شخصا\nجديد',
      title: 'Graves in Raqqa',
      facts: { publishedAt: '2018-10-03', modifiedAt: '2018-11-20' },
    });
    const found = await compareVersions(ctx, { fromId: from, toId: to });
    expect(found.text).toMatchObject({ same: 1, changed: 1, added: 1, removed: 0, coarse: false });
    expect(found.metadata).toEqual([
      { field: 'title', from: 'Graves', to: 'Graves in Raqqa' },
      { field: 'author', from: 'A. Writer', to: null },
      { field: 'modified', from: null, to: '2018-11-20' },
    ]);
    expect(found.to.bytes).toBeGreaterThan(0);
    await expect(compareVersions(ctx, { fromId: from, toId: ctx.ports.newId() })).rejects.toMatchObject({ code: 'not-found' });
  });
});

const before = `Menu
The committee said that nearly 1,236 bodies had been exhumed from three mass graves in the city.
Repeated words stand here.
Repeated words stand here.
Repeated words stand here.
Families of the missing waited at the site since early morning, witnesses said on Tuesday.
A paragraph that the newsroom took out entirely after publication.
The last paragraph.`;
const after = `A new banner
Menu
The committee said that nearly 1,236 bodies had been exhumed from three mass graves in the city.
Repeated words stand here.
Repeated words stand here.
Repeated words stand here.
Families of the missing waited at this site since the early morning, witnesses said on Tuesday.
Correction: it had also said, in other words, that nearly 1,236 bodies lay there.
The last paragraph.`;

describe('passages of an earlier version', () => {
  async function marked() {
    const made = await temporaryCase();
    const { ctx } = made;
    const from = await keepPage(ctx, { url, text: before });
    const same = await mark(ctx, from, 'nearly 1,236 bodies had been exhumed');
    const second = before.indexOf('Repeated', before.indexOf('Repeated') + 1);
    const repeated = await createPassage(ctx, { itemId: from, start: second, end: second + 8, quote: 'Repeated', comment: '', tags: [] });
    const near = await mark(ctx, from, 'Families of the missing waited at the site since early morning');
    const lost = await mark(ctx, from, 'the newsroom took out entirely');
    const moved = await mark(ctx, from, 'witnesses said on Tuesday');
    const to = await keepPage(ctx, { url, text: after });
    return { ...made, from, to, same, repeated, near, lost, moved };
  }

  test('are found again with their state, and nothing is made by looking', async () => {
    const { ctx, from, to, same, repeated, near, lost, moved } = await marked();
    const head = (await entries(ctx, 'passage.created')).length;
    const { passages } = await carryPassages(ctx, { fromId: from, toId: to });
    const states = new Map(passages.map((one) => [one.passageId, one]));
    expect(states.get(same.id)).toMatchObject({ state: 'same', score: 1, carriedTo: null });
    expect(states.get(repeated.id)).toMatchObject({
      state: 'same',
      found: { start: after.indexOf('Repeated', after.indexOf('Repeated') + 1) },
    });
    expect(states.get(near.id)?.state).toBe('approximate');
    expect(states.get(near.id)?.found?.quote).toBe('Families of the missing waited at this site since the early morning');
    expect(states.get(near.id)?.score).toBeLessThan(1);
    expect(states.get(moved.id)).toMatchObject({ state: 'moved' });
    expect(states.get(lost.id)).toMatchObject({ state: 'lost', score: 0, found: null });
    expect(await entries(ctx, 'passage.created')).toHaveLength(head);
  });

  test('become passages of the newer one when a person accepts them; the old ones and their claims stay', async () => {
    const { ctx, from, to, same, moved, near } = await marked();
    const claim = await newClaim(ctx, { evidence: [{ passageId: same.id, stance: 'states' }] });
    const { passages } = await acceptCarried(ctx, { toId: to, passageIds: [same.id, moved.id] });
    expect(
      passages.map(({ itemId, quote, comment, tags, state, claimIds }) => ({ itemId, quote, comment, tags, state, claimIds })),
    ).toEqual([
      { itemId: to, quote: same.quote, comment: same.comment, tags: ['count'], state: 'exact', claimIds: [] },
      { itemId: to, quote: moved.quote, comment: moved.comment, tags: ['count'], state: 'exact', claimIds: [] },
    ]);
    expect(await getPassage(ctx, same.id)).toMatchObject({ itemId: from, claimIds: [claim.id] });
    const carried = (await entries(ctx, 'passage.carried')).map((entry) => JSON.parse(entry.payload) as object);
    expect(carried).toMatchObject([
      { passageId: passages[0]?.id, fromPassageId: same.id, state: 'same', score: 1 },
      { fromPassageId: moved.id, state: 'moved' },
    ]);
    const again = await carryPassages(ctx, { fromId: from, toId: to });
    expect(again.passages.find((one) => one.passageId === same.id)?.carriedTo).toBe(passages[0]?.id);
    await expect(acceptCarried(ctx, { toId: to, passageIds: [same.id] })).rejects.toMatchObject({ code: 'already-exists' });
    const [one] = (await acceptCarried(ctx, { toId: to, passageIds: [near.id] })).passages;
    expect(one?.quote).toBe('Families of the missing waited at this site since the early morning');
    await linkEvidence(ctx, { claimId: claim.id, passageId: passages[0]!.id, stance: 'repeats', note: '' });
    expect((await runVerify(ctx, {})).findings).toEqual([]);
  });

  test('are refused when lost, approximate among others, or of several items; then nothing is made', async () => {
    const { ctx, to, same, lost, near } = await marked();
    const attempt = (...passageIds: string[]) => acceptCarried(ctx, { toId: to, passageIds });
    await expect(attempt(same.id, lost.id)).rejects.toMatchObject({ code: 'passage-unresolved' });
    await expect(attempt(same.id, near.id)).rejects.toMatchObject({ code: 'wrong-input' });
    const other = await mark(ctx, to, 'A new banner');
    await expect(attempt(same.id, other.id)).rejects.toMatchObject({ code: 'wrong-input' });
    await expect(attempt(other.id)).rejects.toMatchObject({ code: 'wrong-input' });
    expect(await ctx.read.selectFrom('passageCarry').selectAll().execute()).toEqual([]);
  });

  test('a figure is never carried to another figure', async () => {
    const { ctx } = await temporaryCase();
    const from = await keepPage(ctx, { url, text: 'The committee said that nearly 1,236 bodies had been exhumed so far.' });
    await mark(ctx, from, 'nearly 1,236 bodies had been exhumed');
    const to = await keepPage(ctx, { url, text: 'The committee said that nearly 1,326 bodies had been exhumed so far.' });
    expect((await carryPassages(ctx, { fromId: from, toId: to })).passages[0]?.state).toBe('lost');
  });
});

describe('a page found gone', () => {
  const answer = {
    askedUrl: `${url}#x`,
    status: 410 as const,
    responseHeaders: [
      ['Server', 'x'],
      ['Set-Cookie', 'session=1'],
    ] as [string, string][],
    remoteAddress: null,
    serverDate: null,
    keptItemId: null,
  };

  test('is a dated fact of its newest version', async () => {
    const { ctx } = await temporaryCase();
    const first = await keepPage(ctx, { url, text: 'one' });
    const second = await keepPage(ctx, { url, text: 'two' });
    const found = await recordAbsence(ctx, { ...answer, at: '2026-11-25T10:00:00.000Z' });
    expect(found).toMatchObject({
      address: url,
      finalUrl: `${url}#x`,
      status: 410,
      kind: 'status',
      earlierId: second,
      responseHeaders: [
        ['Server', 'x'],
        ['Set-Cookie', '[not kept]'],
      ],
      keptItemId: null,
    });
    expect((await listVersions(ctx, { itemId: first })).absences).toEqual([found]);
    expect((await entries(ctx, 'address.gone')).map((entry) => JSON.parse(entry.payload) as object)).toEqual([found]);
    const { rows } = await listItems(ctx, { filter: 'all', sort: 'capturedAt', direction: 'ascending', limit: 10, offset: 0 });
    expect(rows.map(({ hasNewer, gone }) => [hasNewer, gone])).toEqual([
      [true, null],
      [false, 'status'],
    ]);
    expect((await runVerify(ctx, {})).findings).toEqual([]);
  });

  test('also when nobody had captured it, and then beside what is captured later', async () => {
    const { ctx } = await temporaryCase();
    const found = await recordAbsence(ctx, { ...answer, status: 404 });
    expect(found.earlierId).toBeNull();
    const later = await keepPage(ctx, { url, text: 'back again' });
    expect((await listVersions(ctx, { itemId: later })).absences).toEqual([found]);
    expect((await getItem(ctx, later)).gone).toBeNull();
    expect((await absenceCalls['absences.list'](ctx, { limit: 10, offset: 0 })).total).toBe(1);
  });

  test('is refused for what is no address of the web', async () => {
    const { ctx } = await temporaryCase();
    await expect(recordAbsence(ctx, { ...answer, askedUrl: 'file:///etc/passwd' })).rejects.toMatchObject({ code: 'wrong-input' });
    await expect(recordAbsence(ctx, { ...answer, keptItemId: ctx.ports.newId() })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('by its own words: kept as a version, with a note of the words', async () => {
    const { ctx } = await temporaryCase();
    const first = await keepPage(ctx, { url, text: before });
    const notice = await keepPage(ctx, { url, title: 'عذراً', text: 'الصفحة غير موجودة' });
    const { versions, absences } = await listVersions(ctx, { itemId: first });
    expect(versions.map((one) => one.itemId)).toEqual([first, notice]);
    expect([(await getItem(ctx, first)).gone, (await getItem(ctx, notice)).gone]).toEqual(['removal-text', 'removal-text']);
    expect(absences).toMatchObject([
      {
        kind: 'removal-text',
        status: 200,
        words: 'الصفحة غير موجودة',
        wordsIn: 'text',
        earlierId: first,
        keptItemId: notice,
        remoteAddress: '127.0.0.1:80',
      },
    ]);
    expect((await runVerify(ctx, {})).findings).toEqual([]);
  });
});
