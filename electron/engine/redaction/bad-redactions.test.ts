import { readdir, truncate, chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { HoldfastError } from '#shared/errors.ts';
import type { RedactionRegion } from '#shared/model/redactions.ts';
import type { CaseContext } from '../context.ts';
import { keepOne } from '../testing/import-one.ts';
import { makeMedia } from '../testing/make-media.ts';
import { makePdf } from '../testing/make-pdf.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { keepPage } from '../testing/keep-page.ts';
import { runVerify } from '../verify/run-verify.ts';
import { createRedaction } from './create-redaction.ts';
import { listRedactions } from './redaction-rows.ts';

const why = { reason: 'legal' as const, note: '' };
const words = (start: number, end: number, more: object = {}): RedactionRegion => ({
  kind: 'words',
  start,
  end,
  textFileId: null,
  ...why,
  ...more,
});
const area = (more: object = {}): RedactionRegion => ({
  kind: 'area',
  page: null,
  area: { x: 1, y: 1, width: 10, height: 10 },
  from: null,
  to: null,
  ...why,
  ...more,
});
const sound = (from: number, to: number): RedactionRegion => ({ kind: 'sound', from, to, ...why });
const PATH = process.env['PATH'];
afterEach(() => {
  process.env['PATH'] = PATH;
});

async function refusal(ctx: CaseContext, itemId: string, region: RedactionRegion | RedactionRegion[], more: object = {}) {
  const blobs = async () => {
    const names: string[] = [];
    for await (const { name } of ctx.store.names()) names.push(name);
    return names;
  };
  const [before, entries] = [await blobs(), await ctx.read.selectFrom('journal').select('seq').execute()];
  const error = await createRedaction(ctx, { itemId, regions: [region].flat(), ...more }).then(
    () => null,
    (reason: unknown) => reason as Error & { facts?: { problem?: string } },
  );
  expect(await blobs()).toEqual(before);
  expect(await ctx.read.selectFrom('journal').select('seq').execute()).toEqual(entries);
  expect((await listRedactions(ctx, {})).redactions).toEqual([]);
  expect(await readdir(ctx.store.staging).catch(() => [])).toEqual([]);
  return `${error instanceof HoldfastError ? error.code : (error?.name ?? 'kept')}: ${error?.facts?.problem ?? ''}`;
}

test('places of a text that are empty, outside, cut in two or of no kind of it are refused and nothing is kept', async () => {
  const { ctx } = await temporaryCase();
  const id = await keepTextItem(ctx, 'A 😀 witness   ');
  expect(await refusal(ctx, id, words(3, 3))).toBe('redaction-region: it is empty');
  expect(await refusal(ctx, id, words(5, 2))).toBe('redaction-region: it is empty');
  expect(await refusal(ctx, id, words(3, 6))).toBe('redaction-region: it cuts a character in two');
  expect(await refusal(ctx, id, words(0, 3))).toBe('redaction-region: it cuts a character in two');
  expect(await refusal(ctx, id, words(12, 15))).toBe('redaction-region: it holds nothing but white space');
  expect(await refusal(ctx, id, words(0, 999))).toBe('redaction-region: the text ends at 15');
  expect(await refusal(ctx, id, words(2, 4, { reason: 'other' }))).toContain('needs words');
  expect(await refusal(ctx, id, words(5, 12, { note: 'it says WITNESS' }))).toBe('redaction-note: ');
  expect(await refusal(ctx, id, [words(5, 12), area()])).toBe('redaction-region: a text has no areas; choose words');
  expect(await refusal(ctx, id, [words(5, 12), sound(0, 1)])).toBe('redaction-region: only recordings have sound');
  expect(await refusal(ctx, id, words(0, 1), { fileId: id })).toBe('wrong-input: is no file of this item');
  expect(await refusal(ctx, await keepPage(ctx, { url: 'https://a.example/', text: 'Words' }), area())).toContain('without a screenshot');
});

test('a text and a captured page keep a text copy with blocks, and a copy is not redacted again', async () => {
  const { ctx } = await temporaryCase();
  const text = 'One Hana,  Rashid two';
  const page = await keepPage(ctx, { url: 'https://a.example/', text });
  const { redaction } = await createRedaction(ctx, { itemId: page, regions: [words(4, 8), words(11, 17), words(2, 5)] });
  expect(redaction.copies).toHaveLength(1);
  const [bytes] = (await ctx.store.read(redaction.copies[0]!.sha256).toArray()) as Buffer[];
  expect(String(bytes)).toBe('On█████,  █████ two');
  await expect(createRedaction(ctx, { itemId: page, fileId: redaction.copies[0]!.id, regions: [words(0, 1)] })).rejects.toThrow(
    'redacted copy already',
  );
  const raw = ctx.writer!.raw;
  expect(() => raw.prepare("UPDATE redaction SET regions = '[1]'").run()).toThrow('write-once');
  expect(() => raw.prepare('DELETE FROM redactedCopy').run()).toThrow('write-once');
  raw.exec('DROP TRIGGER redactionNoUpdate');
  raw.prepare("UPDATE redaction SET regions = replace(regions, 'legal', 'minor')").run();
  const { findings } = await runVerify(ctx, {});
  expect(findings.map(({ code, subject }) => [code, subject])).toContainEqual([expect.any(String), redaction.id]);
});

test('PDFs: no page, a page past the last, a password, damage; a wrong password; a right one', async () => {
  const { ctx } = await temporaryCase();
  const keep = async (name: string, bytes: Buffer) => {
    const path = join(await temporaryFolder(), name);
    await writeFile(path, bytes);
    return (await keepOne(ctx, path)).item;
  };
  const plain = await keep('a.pdf', await makePdf(['One', 'Two']));
  expect(await refusal(ctx, plain.id, area())).toBe('redaction-region: it names no page');
  expect(await refusal(ctx, plain.id, area({ page: 3 }))).toBe('redaction-failed: there is no page 3; the last is 2');
  expect(await refusal(ctx, plain.id, area({ page: 1, area: { x: 95, y: 1, width: 10, height: 1 } }))).toBe(
    'redaction-region: the box reaches over the edge',
  );
  expect(await refusal(ctx, plain.id, area({ page: 1, from: 0, to: 1 }))).toBe('redaction-region: only recordings have times');
  const locked = await keep('locked.pdf', await makePdf(['Secret'], { userPassword: 'opens' }));
  expect(await refusal(ctx, locked.id, area({ page: 1 }))).toMatch(/^pdf-password: /);
  expect(await refusal(ctx, locked.id, area({ page: 1 }), { password: 'no' })).toMatch(/^pdf-password-wrong: /);
  const original = ctx.store.pathOf(plain.files.find(({ role }) => role === 'original')!.sha256);
  await chmod(original, 0o644);
  await truncate(original, 300);
  expect(await refusal(ctx, plain.id, area({ page: 1 }))).toMatch(/^(pdf-damaged|redaction-failed)/);
  const { redaction } = await createRedaction(ctx, { itemId: locked.id, regions: [area({ page: 1 })], password: 'opens' });
  const kept = await ctx.read.selectFrom('journal').select('payload').where('subject', '=', redaction.id).executeTakeFirstOrThrow();
  expect(kept.payload).not.toContain('opens');
}, 120_000);

test('recordings: times outside, no sound, no picture, no ffmpeg, damage, cancelled', async () => {
  const { ctx } = await temporaryCase();
  const folder = await temporaryFolder();
  const { item } = await keepOne(ctx, await makeMedia(folder, 'a.mp4', { sound: false }));
  const voice = await keepOne(ctx, await makeMedia(folder, 'a.ogg', { picture: false }));
  expect(await refusal(ctx, item.id, sound(0, 1))).toBe('redaction-region: this recording has no sound');
  expect(await refusal(ctx, voice.item.id, area())).toBe('redaction-region: this recording has no picture');
  expect(await refusal(ctx, voice.item.id, sound(2, 2))).toBe('redaction-region: it ends before it begins');
  expect(await refusal(ctx, voice.item.id, sound(90, 91))).toMatch(/^redaction-region: the recording ends at 4\.0/);
  expect(await refusal(ctx, item.id, area({ from: 1 }))).toBe('redaction-region: a time has a start and an end');
  const jobId = 'stop-me';
  const stopping = setInterval(() => ctx.jobs.cancel(jobId), 5);
  expect(await refusal(ctx, voice.item.id, sound(0, 1), { jobId })).toMatch(/^AbortError/);
  clearInterval(stopping);
  process.env['PATH'] = folder;
  expect(await refusal(ctx, voice.item.id, sound(0, 1))).toMatch(/^helper-missing/);
  process.env['PATH'] = PATH;
  const original = ctx.store.pathOf(item.files.find(({ role }) => role === 'original')!.sha256);
  await chmod(original, 0o644);
  await truncate(original, 200);
  expect(await refusal(ctx, item.id, area())).toMatch(/^media-unreadable/);
}, 120_000);
