import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { RedactionRegion } from '#shared/model/redactions.ts';
import type { CaseContext } from '../context.ts';
import { probeMedia } from '../media/probe-media.ts';
import { keepOne } from '../testing/import-one.ts';
import { makeMedia } from '../testing/make-media.ts';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { createRedaction } from './create-redaction.ts';
import { redactedWords } from './redacted-words.ts';
import { keptRedactions } from './redaction-rows.ts';

const run = promisify(execFile);
const why = { reason: 'security' as const, note: '' };
const { signal } = new AbortController();
const sound = (from: number, to: number): RedactionRegion => ({ kind: 'sound', from, to, ...why });
const area = (box: { x: number; y: number; width: number; height: number }, from: number | null = null, to: number | null = null): RedactionRegion => ({ kind: 'area', page: null, area: box, from, to, ...why }); // prettier-ignore

/** The loudest of a stretch in decibels, as ffmpeg itself measures it. */
async function loudness(path: string, from: number, to: number): Promise<number> {
  const { stderr } = await run('ffmpeg', [
    '-hide_banner',
    '-nostats',
    '-i',
    path,
    '-af',
    `atrim=${from}:${to},volumedetect`,
    '-f',
    'null',
    '-',
  ]);
  return Number(/max_volume: (-?[\d.]+|-inf) dB/.exec(stderr)?.[1]?.replace('-inf', '-1000'));
}
/** Mean brightness (0 to 255) of part of the picture at a time. */
async function brightness(path: string, at: number, crop: string): Promise<number> {
  const { stdout } = await run('ffmpeg', ['-v', 'error', '-i', path, '-vf', `select='gte(t,${at})',crop=${crop},format=gray`, '-frames:v', '1', '-f', 'rawvideo', '-'], { encoding: 'buffer' }); // prettier-ignore
  return stdout.reduce((sum, value) => sum + value, 0) / stdout.length;
}
const fileCopy = async (ctx: CaseContext, itemId: string) => {
  const [redaction] = await keptRedactions(ctx, itemId);
  return redaction!.copies.find(({ mediaType }) => !mediaType.startsWith('text/'))!;
};

test('a stretch of a video falls silent and a box is black for its time; tags, subtitles and chapters are gone; times stay', async () => {
  const { ctx } = await temporaryCase();
  const extra = [
    '-metadata',
    'title=Interview with Hana',
    '-metadata',
    'location=+35.95+039.00/',
    '-metadata:s:a',
    'language=ara',
    '-timecode',
    '10:00:00:00',
  ];
  const { item } = await keepOne(ctx, await makeMedia(await temporaryFolder(), 'a.mp4', { subtitles: true, extra }));
  const regions = [sound(1, 2), area({ x: 25, y: 25, width: 50, height: 50 }, 1.05, 3)];
  const { redaction } = await createRedaction(ctx, { itemId: item.id, regions });
  const copy = await fileCopy(ctx, item.id);
  const path = ctx.store.pathOf(copy.sha256);
  const probe = await probeMedia(path, { signal });
  expect(probe.streams?.map(({ codec_type }) => codec_type)).toEqual(['video', 'audio']);
  expect(probe.chapters).toEqual([]);
  expect(JSON.stringify(probe)).not.toMatch(/Hana|35\.95|"ara"|10:00:00|creation_time/);
  expect(await loudness(path, 1, 2)).toBeLessThan(-80);
  expect(await loudness(path, 0, 0.8)).toBeGreaterThan(-30);
  expect(await loudness(path, 2.2, 3.5)).toBeGreaterThan(-30);
  const middle = '60:40:50:40';
  for (const at of [1, 1.5, 2.9]) expect(await brightness(path, at, middle), String(at)).toBeLessThan(4);
  for (const at of [0.5, 3.3]) expect(await brightness(path, at, middle), String(at)).toBeGreaterThan(30);
  expect(Number(probe.format?.duration)).toBeCloseTo(4, 0);
  // The words said meanwhile are withheld in the text.
  const text = await readFile(ctx.store.pathOf(redaction.copies.find(({ mediaType }) => mediaType === 'text/plain')!.sha256), 'utf8');
  expect(text).toBe('█████\nاستُخرجت from three graves');
  expect((await redactedWords(ctx, await keptRedactions(ctx))).map(({ words }) => words)).toEqual(['Nearly 1,236 bodies']);
  expect((await runVerify(ctx, {})).findings).toEqual([]);
}, 120_000);

test('words of a transcript are silenced where they are said', async () => {
  const { ctx } = await temporaryCase();
  const { item, text } = await keepOne(ctx, await makeMedia(await temporaryFolder(), 'a.mp4', { subtitles: true }));
  const start = text!.text.indexOf('graves');
  await createRedaction(ctx, { itemId: item.id, regions: [{ kind: 'words', start, end: start + 6, textFileId: null, ...why }] });
  const path = ctx.store.pathOf((await fileCopy(ctx, item.id)).sha256);
  expect(await loudness(path, 2, 3.5)).toBeLessThan(-80);
  expect(await loudness(path, 0.2, 1.7)).toBeGreaterThan(-30);
}, 120_000);

test('sound alone stays sound; a turned video is boxed as it is seen', async () => {
  const { ctx } = await temporaryCase();
  const voice = await keepOne(
    ctx,
    await makeMedia(await temporaryFolder(), 'voice.ogg', { picture: false, extra: ['-metadata', 'artist=Hana'] }),
  );
  await createRedaction(ctx, { itemId: voice.item.id, regions: [sound(0.5, 1)] });
  const heard = await fileCopy(ctx, voice.item.id);
  expect(heard.mediaType).toBe('audio/mp4');
  expect(await loudness(ctx.store.pathOf(heard.sha256), 0.5, 1)).toBeLessThan(-80);
  const folder = await temporaryFolder();
  const lying = await makeMedia(folder, 'lying.mp4', { sound: false });
  await run('ffmpeg', ['-v', 'error', '-y', '-display_rotation', '90', '-i', lying, '-c', 'copy', `${folder}/turned.mp4`]).catch(() =>
    run('ffmpeg', ['-v', 'error', '-y', '-i', lying, '-c', 'copy', '-metadata:s:v:0', 'rotate=270', `${folder}/turned.mp4`]),
  );
  const turned = await keepOne(ctx, `${folder}/turned.mp4`);
  await createRedaction(ctx, { itemId: turned.item.id, regions: [area({ x: 0, y: 0, width: 100, height: 25 })] });
  const path = ctx.store.pathOf((await fileCopy(ctx, turned.item.id)).sha256);
  expect((await probeMedia(path, { signal })).streams?.[0]).toMatchObject({ width: 120, height: 160 });
  expect(await brightness(path, 1, '110:30:4:4')).toBeLessThan(4);
  expect(await brightness(path, 1, '110:90:4:60')).toBeGreaterThan(30);
}, 120_000);
