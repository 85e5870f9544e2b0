import { execFileSync } from 'node:child_process';
import { readFile, truncate, writeFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { loadImage } from '@napi-rs/canvas';
import iconv from 'iconv-lite';
import { afterEach, describe, expect, it } from 'vitest';
import type { CaseContext } from '../context.ts';
import { importPaths } from '../import/import-paths.ts';
import { getItem } from '../items/get-item.ts';
import { getText } from '../items/get-text.ts';
import { makeMedia, subtitles } from '../testing/make-media.ts';
import { probeMedia } from './probe-media.ts';
import { runFfmpeg } from './run-ffmpeg.ts';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';

async function importAll(ctx: CaseContext, ...paths: string[]) {
  const { outcomes } = await importPaths(ctx, { paths });
  expect(await readdir(ctx.store.staging).catch(() => [])).toEqual([]);
  return outcomes;
}
async function keep(ctx: CaseContext, path: string) {
  const [outcome] = await importAll(ctx, path);
  if (outcome?.fate !== 'kept') throw new Error(JSON.stringify(outcome));
  return { outcome, item: await getItem(ctx, outcome.itemId), text: await getText(ctx, outcome.itemId) };
}
const words = 'Nearly 1,236 bodies\nاستُخرجت from three graves';
const map = {
  kind: 'cues',
  cues: [
    { start: 0, end: 19, from: 0.5, to: 1.5 },
    { start: 20, end: 46, from: 2, to: 3.5 },
  ],
};

describe('a video', () => {
  it('gives facts, a poster, and the words of the subtitles inside it', async () => {
    const { ctx } = await temporaryCase();
    const { item, text, outcome } = await keep(
      ctx,
      await makeMedia(await temporaryFolder(), 'a.mp4', {
        subtitles: true,
        extra: ['-metadata', 'title=The graves', '-metadata', 'creation_time=2018-11-14T09:00:00Z'],
      }),
    );
    expect(item).toMatchObject({
      type: 'video', title: 'The graves', completeness: 'whole',
      facts: { mediaType: 'video/mp4', media: { width: 160, height: 120, frameRate: 10, hasAudio: true, hasVideo: true, hasSubtitles: true, createdAt: '2018-11-14T09:00:00.000000Z' } },
    }); // prettier-ignore
    expect((item.facts['media'] as { durationSeconds: number }).durationSeconds).toBeCloseTo(4, 0);
    expect(outcome.warnings).toEqual([]);
    expect(text).toMatchObject({ text: words, map });
    const poster = item.files.find(({ role }) => role === 'poster');
    expect(poster).toMatchObject({ tool: 'ffmpeg', mediaType: 'image/jpeg' });
    expect(await loadImage(await readFile(ctx.store.pathOf(poster!.sha256)))).toMatchObject({ width: 160, height: 120 });
    const transcript = item.files.find(({ role }) => role === 'transcript');
    expect(item.files.find(({ role }) => role === 'text')?.parentFileId).toBe(transcript?.id);
  });

  it('without sound is whole, and says so as a fact', async () => {
    const { ctx } = await temporaryCase();
    const { item } = await keep(
      ctx,
      await makeMedia(await temporaryFolder(), 'silent.webm', { sound: false, extra: ['-c:v', 'libvpx', '-deadline', 'realtime'] }),
    );
    expect(item).toMatchObject({ type: 'video', completeness: 'whole', facts: { media: { hasAudio: false } }, textLength: null });
  });

  it('turned on its side is measured as shown, and its poster is upright', async () => {
    const { ctx } = await temporaryCase();
    const folder = await temporaryFolder();
    const flat = await makeMedia(folder, 'flat.mp4', { sound: false });
    const turned = await makeMedia(folder, 'turned.mp4', {
      picture: false,
      sound: false,
      extra: ['-i', flat, '-c', 'copy', '-metadata:s:v:0', 'rotate=90'],
    });
    const { item } = await keep(ctx, turned);
    expect(item.facts).toMatchObject({ media: { width: 120, height: 160 } });
    const poster = item.files.find(({ role }) => role === 'poster');
    expect(await loadImage(await readFile(ctx.store.pathOf(poster!.sha256)))).toMatchObject({ width: 120, height: 160 });
  });

  it('takes the subtitles beside it into its item, and their own outcome says so', async () => {
    const { ctx } = await temporaryCase();
    const folder = await temporaryFolder();
    await makeMedia(folder, 'strike.mp4');
    await writeFile(join(folder, 'strike.srt'), subtitles);
    await writeFile(join(folder, 'strike.ar.vtt'), 'WEBVTT\n\n00:01.000 --> 00:02.000\nكلمات\n');
    await writeFile(join(folder, 'other.srt'), subtitles.replace('Nearly', 'About'));
    const outcomes = await importAll(ctx, folder);
    expect(outcomes.map((one) => [basename(one.path), one.fate, one.fate === 'kept' ? one.warnings : []])).toEqual([
      ['strike.mp4', 'kept', ['sidecar-kept-with-it']],
      ['other.srt', 'kept', []],
      ['strike.ar.vtt', 'kept', ['kept-as-transcript']],
      ['strike.srt', 'kept', ['kept-as-transcript']],
    ]);
    const video = await getItem(ctx, (outcomes[0] as { itemId: string }).itemId);
    expect(video.files.filter(({ role }) => role === 'transcript').map(({ name, parentFileId }) => [name, parentFileId])).toEqual([
      ['strike.srt', null],
      ['strike.ar.vtt', null],
    ]);
    expect(await getText(ctx, video.id)).toMatchObject({ text: words, map });
    expect((outcomes[3] as { itemId: string }).itemId).toBe(video.id);
    expect(await importAll(ctx, join(folder, 'strike.srt'))).toMatchObject([{ fate: 'already-kept', itemId: video.id }]);
  });

  it('reads the subtitles beside it in the charset they are in', async () => {
    const { ctx } = await temporaryCase();
    const folder = await temporaryFolder();
    const path = await makeMedia(folder, 'a.mp4');
    const arabic = 'قال الشهود إن الجثث استخرجت من ثلاث مقابر جماعية في مدينة الرقة خلال الأشهر الماضية';
    await writeFile(join(folder, 'a.srt'), iconv.encode(`1\n00:00:00,000 --> 00:00:01,000\n${arabic}\n`, 'windows-1256'));
    expect((await keep(ctx, path)).text?.text).toBe(arabic);
  });

  it('cut off before its end is kept with a gap', async () => {
    const { ctx } = await temporaryCase();
    const path = await makeMedia(await temporaryFolder(), 'cut.mp4', { extra: ['-movflags', '+faststart'] });
    await truncate(path, Math.floor((await readFile(path)).length * 0.7));
    expect((await keep(ctx, path)).item).toMatchObject({ completeness: 'partial', gaps: [{ reason: 'media-damaged' }] });
  });

  it('cut off before its index is refused', async () => {
    const { ctx } = await temporaryCase();
    const path = await makeMedia(await temporaryFolder(), 'cut.mp4');
    await truncate(path, Math.floor((await readFile(path)).length * 0.5));
    expect(await importAll(ctx, path)).toMatchObject([{ fate: 'refused', error: { code: 'media-unreadable', facts: { path } } }]);
  });
});

describe('a sound recording', () => {
  it('is kept as audio, with the words beside it', async () => {
    const { ctx } = await temporaryCase();
    const folder = await temporaryFolder();
    const path = await makeMedia(folder, 'witness.mp3', { picture: false });
    await writeFile(join(folder, 'witness.srt'), subtitles);
    const { item, text } = await keep(ctx, path);
    expect(item).toMatchObject({ type: 'audio', facts: { media: { hasVideo: false, hasAudio: true } } });
    expect(text?.text).toBe(words);
  });
});

describe('ffmpeg', () => {
  const before = process.env['HOLDFAST_FFPROBE'];
  afterEach(() => {
    if (before === undefined) delete process.env['HOLDFAST_FFPROBE'];
    else process.env['HOLDFAST_FFPROBE'] = before;
  });

  it('missing is said, with the setting that would name it', async () => {
    const { ctx } = await temporaryCase();
    const path = await makeMedia(await temporaryFolder(), 'a.mp4');
    process.env['HOLDFAST_FFPROBE'] = '/nowhere/ffprobe';
    expect(await importAll(ctx, path)).toMatchObject([
      { error: { code: 'helper-missing', facts: { helper: 'ffprobe', setting: 'HOLDFAST_FFPROBE' } } },
    ]);
  });

  it('is not led to other files by a playlist that calls itself a video', async () => {
    const folder = await temporaryFolder();
    const secret = await makeMedia(folder, 'secret.ts');
    const playlist = join(folder, 'list.mp4');
    await writeFile(playlist, `#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n${secret}\n#EXT-X-ENDLIST\n`);
    // Without our arguments it would be.
    expect(execFileSync('ffprobe', ['-v', 'error', '-show_format', '-of', 'json', playlist]).toString()).toContain('"hls"');
    await expect(probeMedia(playlist, { signal: new AbortController().signal })).rejects.toMatchObject({ code: 'media-unreadable' });
  });

  it('that takes too long is stopped, and so is one that is cancelled', async () => {
    const path = await makeMedia(await temporaryFolder(), 'a.mp4');
    const endless = { input: path, before: ['-stream_loop', '-1', '-re'], after: ['-f', 'null'], output: null };
    await expect(runFfmpeg({ ...endless, signal: new AbortController().signal, timeLimitMs: 300 })).rejects.toMatchObject({
      code: 'helper-timeout',
    });
    await expect(runFfmpeg({ ...endless, signal: AbortSignal.timeout(300), timeLimitMs: 60_000 })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });
});
