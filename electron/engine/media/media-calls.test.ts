import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import type { ItemFile } from '#shared/model/items.ts';
import { verifyCaseFile } from '../casefile/verify-case-file.ts';
import type { CaseContext } from '../context.ts';
import { createExport } from '../export/create-export.ts';
import { getItem } from '../items/get-item.ts';
import { createPassage } from '../passages/create-passage.ts';
import { keepOne } from '../testing/import-one.ts';
import { makeFrames, makeMedia, numberOf } from '../testing/make-media.ts';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { readFrames } from './frames/read-frames.ts';
import { scanMedia } from './frames/scan-media.ts';
import { makeProxy } from './proxy/make-proxy.ts';
import { listScenes } from './scenes/list-scenes.ts';
import { rotation } from './media-facts.ts';
import { openSource } from './media-source.ts';
import { keepStill } from './still/keep-still.ts';
import { drawWaveform } from './waveform/draw-waveform.ts';

const x264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '0', '-bf', '2'];
/** Large enough that each frame fills a packet of its own; smaller ones share their time. */
const mpeg2 = ['-c:v', 'mpeg2video', '-qscale:v', '2', '-bf', '2', '-s', '320x240'];
/** Every third frame after the twentieth: frames last 40 or 120 milliseconds. */
const uneven = ['-fps_mode', 'vfr', '-video_track_timescale', '90000'];
const unevenly = "select='lt(n,20)+not(mod(n,3))'";

async function kept(ctx: CaseContext, path: string): Promise<{ itemId: string; fileId: string }> {
  const { item } = await keepOne(ctx, path);
  return { itemId: item.id, fileId: item.files.find(({ role }) => role === 'original')!.id };
}

/** The number the picture says, looked at in the middle of its halves. */
async function numberIn(ctx: CaseContext, file: ItemFile, isTurned = false): Promise<number> {
  const image = await loadImage(await readFile(ctx.store.pathOf(file.sha256)));
  const canvas = createCanvas(image.width, image.height);
  const pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0);
  const grey = (across: number) => {
    const [x, y] = isTurned ? [0.5, across] : [across, 0.5];
    return pen.getImageData(Math.floor(image.width * x), Math.floor(image.height * y), 1, 1).data[0]!;
  };
  return numberOf(grey(0.25), grey(0.75));
}

describe('frames', { timeout: 60_000 }, () => {
  it('of a video of uneven rhythm are told by their own times, and counted', async () => {
    const { ctx } = await temporaryCase();
    const path = await makeFrames(await temporaryFolder(), 'uneven.mp4', { filter: unevenly, extra: [...x264, ...uneven] });
    const { fileId } = await kept(ctx, path);
    const { times, pts, timeBase, end } = await readFrames(ctx, { fileId, from: 0.75, to: 1.2 });
    expect(times).toEqual([0.72, 0.76, 0.84, 0.96, 1.08, 1.2]);
    expect({ pts: pts[2], timeBase, end }).toEqual({ pts: 75600, timeBase: '1/90000', end: 1.32 });
    expect(await scanMedia(ctx, { fileId })).toMatchObject({ start: 0, frames: 47, rate: null, times: 'presentation' });
  });

  it('of an even video have a rate as a fraction, also in a container that counts milliseconds', async () => {
    const { ctx } = await temporaryCase();
    const folder = await temporaryFolder();
    const mp4 = await kept(ctx, await makeFrames(folder, 'ntsc.mp4', { rate: '30000/1001', extra: [...x264, '-timecode', '01:00:00;00'] }));
    const mkv = await kept(ctx, await makeFrames(folder, 'ntsc.mkv', { rate: '30000/1001', count: 400, extra: x264 }));
    const ntsc = { num: 30000, den: 1001 };
    expect(await scanMedia(ctx, mp4)).toMatchObject({ frames: 100, rate: ntsc, timeCode: '01:00:00;00' });
    expect(await scanMedia(ctx, mkv)).toMatchObject({ frames: 400, rate: ntsc, before: [0, 300] });
  });

  it('of a recording that does not say how long it is are found by reading it', async () => {
    const { ctx } = await temporaryCase();
    const path = await makeFrames(await temporaryFolder(), 'live.webm', {
      extra: ['-c:v', 'libvpx', '-deadline', 'realtime', '-live', '1'],
    });
    const { fileId, itemId } = await kept(ctx, path);
    expect((await getItem(ctx, itemId)).facts['media']).toMatchObject({ durationSeconds: null });
    const scan = await scanMedia(ctx, { fileId });
    expect(scan.frames).toBe(100);
    expect(scan.end).toBeCloseTo(4, 2);
  });
});

// Many runs of ffmpeg: the time is for a machine that does much else.
describe('a still', { timeout: 60_000 }, () => {
  it('is the frame shown at its time, also between two and in an uneven rhythm, and is kept once', async () => {
    const { ctx } = await temporaryCase();
    const path = await makeFrames(await temporaryFolder(), 'uneven.mp4', { filter: unevenly, extra: [...x264, ...uneven] });
    const asked = await kept(ctx, path);
    const still = await keepStill(ctx, { ...asked, time: 1.1 });
    expect(await numberIn(ctx, still)).toBe(27);
    expect(still).toMatchObject({
      role: 'still', parentFileId: asked.fileId, tool: 'ffmpeg', mediaType: 'image/png', name: 'uneven.mp4.00-00-01.080.png',
      toolParameters: { timeSeconds: 1.08, timeCode: '00:00:01.080', pts: 97200, timeBase: '1/90000', frameNumber: 22, turned: true },
    }); // prettier-ignore
    expect(still.toolParameters?.['frameMd5']).toMatch(/^[0-9a-f]{32}$/);
    expect((await keepStill(ctx, { ...asked, time: 1.08 })).id).toBe(still.id);
    for (const [time, number] of [
      [0, 0],
      [0.76, 19],
      [0.839, 19],
      [0.84, 21],
      [3.96, 99],
    ] as const)
      expect(await numberIn(ctx, await keepStill(ctx, { ...asked, time }))).toBe(number);
    expect((await runVerify(ctx, {})).findings).toEqual([]);
  });

  it('of a turned video is upright, and the frame behind it is told by its own hash', async () => {
    const { ctx } = await temporaryCase();
    const folder = await temporaryFolder();
    const flat = await makeFrames(folder, 'flat.mp4', { extra: x264 });
    const turn = (degrees: number) => ['-i', flat, '-c', 'copy', '-metadata:s:v:0', `rotate=${degrees}`];
    const plain = await keepStill(ctx, { ...(await kept(ctx, flat)), time: 2 });
    const seen = [];
    for (const degrees of [90, 270, 45]) {
      const turned = await makeMedia(folder, `turned-${degrees}.mp4`, { picture: false, sound: false, extra: turn(degrees) });
      const still = await keepStill(ctx, { ...(await kept(ctx, turned)), time: 2 });
      const { width, height } = await loadImage(await readFile(ctx.store.pathOf(still.sha256)));
      seen.push([degrees, width, height, await numberIn(ctx, still, degrees % 180 === 90), still.toolParameters!['turned']]);
      expect(still.toolParameters!['frameMd5']).toBe(plain.toolParameters!['frameMd5']);
    }
    // 50 is 3 * 16 + 2; turned against the clock (as ffmpeg writes `rotate`) it reads from below, 2 * 16 + 3.
    expect(seen).toEqual([
      [90, 48, 64, 35, true],
      [270, 48, 64, 50, true],
      [45, 64, 48, 50, false],
    ]);
  });

  it('is taken from formats without presentation times and from recordings that do not begin at zero', async () => {
    const { ctx } = await temporaryCase();
    const folder = await temporaryFolder();
    const number = async (name: string, frame: number, ...extra: string[]) => {
      const asked = await kept(ctx, await makeFrames(folder, name, { extra }));
      const { times } = await readFrames(ctx, { fileId: asked.fileId, from: 0, to: 100 });
      return numberIn(ctx, await keepStill(ctx, { ...asked, time: times[frame]! }));
    };
    expect(await number('a.mpg', 60, ...mpeg2)).toBe(60);
    expect(await number('a.avi', 60, '-c:v', 'mpeg4', '-qscale:v', '2')).toBe(60);
    expect(await number('a.ts', 60, ...x264)).toBe(60);
    expect(await number('a.h264', 60, ...x264)).toBe(60);
    expect(await number('a.wmv', 60, '-c:v', 'wmv2', '-qscale:v', '2')).toBe(60);
  });

  it('of sound alone is refused in words', async () => {
    const { ctx } = await temporaryCase();
    const asked = await kept(ctx, await makeMedia(await temporaryFolder(), 'a.mp3', { picture: false }));
    await expect(keepStill(ctx, { ...asked, time: 1 })).rejects.toMatchObject({ code: 'media-no-picture' });
  });
});

describe('a proxy', { timeout: 60_000 }, () => {
  it('has every frame of the original at its time, and the case file with it verifies', async () => {
    const { ctx, engine } = await temporaryCase();
    const folder = await temporaryFolder();
    const sound = ['-f', 'lavfi', '-i', 'sine=duration=4'];
    const made = [
      await makeFrames(folder, 'a.mpg', { input: sound, extra: [...mpeg2, '-c:a', 'mp2'] }),
      await makeFrames(folder, 'a.avi', { input: sound, extra: ['-c:v', 'libxvid', '-bf', '2', '-c:a', 'libmp3lame'] }),
      await makeFrames(folder, 'uneven.mov', { filter: unevenly, extra: ['-c:v', 'prores', '-fps_mode', 'vfr'] }),
      await makeFrames(folder, 'a.h264', { extra: x264 }),
    ];
    for (const path of made) {
      const asked = await kept(ctx, path);
      const proxy = await makeProxy(ctx, asked);
      expect(proxy).toMatchObject({ role: 'proxy', parentFileId: asked.fileId, tool: 'ffmpeg', mediaType: 'video/mp4' });
      const offset = proxy.toolParameters!['offsetSeconds'] as number;
      const timesOf = async (fileId: string) => (await readFrames(ctx, { fileId, from: 0, to: 100 })).times;
      const times = await timesOf(proxy.id);
      expect(times.map((time) => (time + offset).toFixed(6))).toEqual((await timesOf(asked.fileId)).map((time) => time.toFixed(6)));
      expect(times.length).toBe(path.endsWith('mov') ? 47 : path.endsWith('avi') ? times.length : 100);
    }
    expect((await runVerify(ctx, {})).findings).toEqual([]);
    const out = join(folder, 'out');
    await createExport(ctx, { out, zip: false });
    expect((await verifyCaseFile(engine, { path: out })).findings).toEqual([]);
  });

  it('of a turned video is upright by its pixels alone, so that no player turns it again', async () => {
    const { ctx } = await temporaryCase();
    const folder = await temporaryFolder();
    const flat = await makeFrames(folder, 'flat.mp4', { extra: x264 });
    const seen = [];
    for (const degrees of [90, 180, 45]) {
      const extra = ['-i', flat, '-c', 'copy', '-metadata:s:v:0', `rotate=${degrees}`];
      const asked = await kept(ctx, await makeMedia(folder, `turned-${degrees}.mp4`, { picture: false, sound: false, extra }));
      const proxy = await makeProxy(ctx, asked);
      const { picture } = await openSource(ctx, proxy.id, AbortSignal.timeout(30_000));
      const still = await keepStill(ctx, { itemId: asked.itemId, fileId: proxy.id, time: 2 });
      const number = await numberIn(ctx, still, degrees % 180 === 90);
      seen.push([degrees, picture?.width, picture?.height, Math.abs(rotation(picture ?? {})), number]);
    }
    // As the stills above; upside down, 50 reads 2 * 16 + 3. By 45 degrees no player turns.
    expect(seen).toEqual([
      [90, 48, 64, 0, 35],
      [180, 64, 48, 0, 35],
      [45, 64, 48, 45, 50],
    ]);
  });

  it('that is cancelled leaves nothing', async () => {
    const { ctx, engine } = await temporaryCase();
    const asked = await kept(ctx, await makeFrames(await temporaryFolder(), 'a.mpg', { count: 250, extra: ['-c:v', 'mpeg2video'] }));
    const making = makeProxy(ctx, { ...asked, jobId: 'a-job' });
    setTimeout(() => engine.jobs.cancel('a-job'), 60);
    await expect(making).rejects.toMatchObject({ name: 'AbortError' });
    expect((await getItem(ctx, asked.itemId)).files.map(({ role }) => role)).not.toContain('proxy');
    expect((await runVerify(ctx, {})).findings).toEqual([]);
  });
});

describe('the timeline', () => {
  it('hears where the sound is, in the whole and in a stretch', async () => {
    const { ctx } = await temporaryCase();
    const click = ['-f', 'lavfi', '-i', 'aevalsrc=exprs=if(between(t\\,2\\,2.01)\\,0.9\\,0):duration=6:sample_rate=44100'];
    const { fileId } = await kept(
      ctx,
      await makeMedia(await temporaryFolder(), 'click.wav', { picture: false, sound: false, extra: click }),
    );
    const loudest = ({ from, cell, peaks }: { from: number; cell: number; peaks: number[] }) =>
      from + peaks.indexOf(Math.max(...peaks)) * cell;
    const whole = await drawWaveform(ctx, { fileId, buckets: 512 });
    expect(Math.abs(loudest(whole) - 2)).toBeLessThan(whole.cell * 2);
    expect(whole.peaks.length).toBeLessThanOrEqual(512);
    expect(whole.peaks.length * whole.cell).toBeCloseTo(6, 1);
    const stretch = await drawWaveform(ctx, { fileId, buckets: 1000, stretch: { from: 1.5, to: 2.5 } });
    expect(loudest(stretch)).toBeCloseTo(2, 2);
  });

  it('sees where the picture changes, and says when there is no sound', async () => {
    const { ctx } = await temporaryCase();
    const cut = [
      '-f',
      'lavfi',
      '-i',
      'testsrc=size=160x120:rate=25:duration=2',
      '-f',
      'lavfi',
      '-i',
      'color=red:size=160x120:rate=25:duration=2',
    ];
    const extra = [...cut, '-filter_complex', 'concat=n=2', ...x264, '-pix_fmt', 'yuv420p'];
    const { fileId, itemId } = await kept(
      ctx,
      await makeMedia(await temporaryFolder(), 'cut.mp4', { picture: false, sound: false, extra }),
    );
    expect(await listScenes(ctx, { fileId })).toEqual({ times: [2], keyFramesOnly: false });
    await expect(drawWaveform(ctx, { fileId, buckets: 512 })).rejects.toMatchObject({ code: 'media-no-sound' });
    // A time is kept to the microsecond: the frame at a third of a second must not become the one before.
    const passage = await createPassage(ctx, {
      itemId,
      time: { from: 1 / 3, to: 2 / 3 },
      area: { x: 10, y: 20, width: 30, height: 40 },
      comment: '',
      tags: [],
    });
    expect(passage.selectors[0]).toMatchObject({ value: 't=0.333333,0.666667&xywh=percent:10,20,30,40' });
  });
});
