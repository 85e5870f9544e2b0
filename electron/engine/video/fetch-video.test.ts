/** Needs yt-dlp and ffmpeg; helpers that misbehave are small programs put in yt-dlp's place. */
import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import type { CaseContext } from '../context.ts';
import { findHelper } from '../media/find-helper.ts';
import { makeMedia } from '../testing/make-media.ts';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { startVideoSite, vtt, type VideoSite } from '../testing/video-site.ts';
import { fetchVideo } from './fetch-video.ts';

const before = process.env['HOLDFAST_YTDLP'];
afterEach(() => {
  if (before === undefined) delete process.env['HOLDFAST_YTDLP'];
  else process.env['HOLDFAST_YTDLP'] = before;
});

const limits = { sizeLimitBytes: 50 * 1024 * 1024, timeLimitMs: 60_000, proxy: null };

async function prepare(): Promise<{ ctx: CaseContext; folder: string; site: VideoSite; clip: Buffer }> {
  const { ctx } = await temporaryCase();
  const folder = join(ctx.store.staging, 'capture-1');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'page.mhtml'), 'the page');
  const clip = await makeMedia(await temporaryFolder(), 'clip.mp4');
  const site = await startVideoSite(clip);
  onTestFinished(site.close);
  return { ctx, folder, site, clip: await readFile(clip) };
}

/** A program in yt-dlp's place. It answers `--version` like the real one; `script` is what it does when asked to fetch. */
async function helper(script: string): Promise<string> {
  const path = join(await temporaryFolder(), 'yt-dlp');
  await writeFile(path, `#!/bin/sh\ncase "$*" in *--version) echo 2023.03.04; exit 0;; esac\n${script}\n`);
  await chmod(path, 0o755);
  process.env['HOLDFAST_YTDLP'] = path;
  return path;
}

async function isGone(pid: number): Promise<boolean> {
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return state === '' || /\) Z/.test(state);
}

async function onlyPage(ctx: CaseContext): Promise<void> {
  expect(await readdir(ctx.store.staging)).toEqual(['capture-1']);
  expect(await readdir(join(ctx.store.staging, 'capture-1'))).toEqual(['page.mhtml']);
}

describe('the video of a page', () => {
  it('is fetched byte for byte, with its info and subtitles, and says what fetched it', async () => {
    const { ctx, folder, site, clip } = await prepare();
    const { files, gaps } = await fetchVideo(ctx, { url: `${site.url}/watch`, folder, limits });
    expect(gaps).toEqual([]);
    expect(files.map(({ role, name, mediaType }) => [role, name, mediaType])).toEqual([
      ['video', 'video.mp4', 'video/mp4'],
      ['info', 'video-info.json', 'application/json'],
      ['subtitles', 'subtitles.ar.vtt', 'text/vtt'],
    ]);
    expect(await readFile(join(folder, 'video.mp4'))).toEqual(clip);
    expect(await readFile(join(folder, 'subtitles.ar.vtt'), 'utf8')).toBe(vtt);
    const { toolParameters } = files[0]!;
    expect(toolParameters).toMatchObject({ tool: 'yt-dlp', version: expect.stringMatching(/^\d{4}\.\d{2}\.\d{2}/) as string });
    const program = toolParameters['sha256'];
    expect(program).toBe(
      createHash('sha256')
        .update(await readFile(await findHelper('yt-dlp')))
        .digest('hex'),
    );
    expect((toolParameters['arguments'] as string[]).slice(-2)).toEqual(['--', `${site.url}/watch`]);
    expect(JSON.stringify(toolParameters)).not.toContain(ctx.folder);
    expect(await readdir(ctx.store.staging)).toEqual(['capture-1']);
    expect(ctx.jobs.list()[0]).toMatchObject({ kind: 'video', state: 'done' });
  });

  it('has no request headers in its info, and says that they were taken out', async () => {
    const { ctx, folder, site } = await prepare();
    const { files } = await fetchVideo(ctx, { url: `${site.url}/watch`, folder, limits });
    const info = await readFile(join(folder, 'video-info.json'), 'utf8');
    expect(info).not.toMatch(/http_headers|User-Agent/);
    expect(info).not.toContain(ctx.folder);
    expect(JSON.parse(info)).toMatchObject({ webpage_url: `${site.url}/watch`, url: `${site.url}/clip.mp4` });
    expect(files[1]?.toolParameters['removedKeys']).toEqual(['formats[].http_headers', 'http_headers']);
  });

  it('is the first of several, and that is said', async () => {
    const { ctx, folder, site } = await prepare();
    const { files, gaps } = await fetchVideo(ctx, { url: `${site.url}/several`, folder, limits });
    expect(files[0]?.role).toBe('video');
    expect(gaps).toEqual([{ reason: 'video-only-first', facts: { count: 2 } }]);
  });

  it('is a gap when yt-dlp is missing, with the way to add it', async () => {
    const { ctx, folder, site } = await prepare();
    process.env['HOLDFAST_YTDLP'] = '/nowhere/yt-dlp';
    const { files, gaps } = await fetchVideo(ctx, { url: `${site.url}/watch`, folder, limits });
    expect(files).toEqual([]);
    expect(gaps).toEqual([{ reason: 'video-helper-missing', facts: { command: expect.stringContaining('install yt-dlp') as string } }]);
    expect(site.asked).toEqual([]);
  });

  it('is a gap with the words of yt-dlp when there is none to be had', async () => {
    const { ctx, folder, site } = await prepare();
    const { gaps } = await fetchVideo(ctx, { url: `${site.url}/words`, folder, limits });
    expect(gaps).toMatchObject([
      { reason: 'video-not-fetched', facts: { cause: 'failed', problem: expect.stringContaining('Unsupported URL') as string } },
    ]);
    await onlyPage(ctx);
  });

  it('is refused when it is larger than allowed, without being fetched', async () => {
    const { ctx, folder, site } = await prepare();
    const { gaps } = await fetchVideo(ctx, { url: `${site.url}/slow`, folder, limits: { ...limits, sizeLimitBytes: 1024 * 1024 } });
    expect(gaps).toEqual([{ reason: 'video-not-fetched', facts: { cause: 'too-large', megabytes: 1 } }]);
    await onlyPage(ctx);
  });

  it('is given up when it takes too long', async () => {
    const { ctx, folder, site } = await prepare();
    const { gaps } = await fetchVideo(ctx, { url: `${site.url}/slow`, folder, limits: { ...limits, timeLimitMs: 5000 } });
    expect(site.asked).toContain('/drip.mp4');
    expect(gaps).toEqual([{ reason: 'video-not-fetched', facts: { cause: 'too-slow', seconds: 5 } }]);
    await onlyPage(ctx);
  });
});

describe('a helper that misbehaves', () => {
  it('and hangs is ended, with what it started', async () => {
    const { ctx, folder, site } = await prepare();
    const pids = join(await temporaryFolder(), 'pids');
    await helper(`sleep 600 & echo $$ $! > ${pids}; wait`);
    const { gaps } = await fetchVideo(ctx, { url: `${site.url}/watch`, folder, limits: { ...limits, timeLimitMs: 1500 } });
    expect(gaps).toMatchObject([{ facts: { cause: 'too-slow' } }]);
    for (const pid of (await readFile(pids, 'utf8')).trim().split(' ')) await expect.poll(() => isGone(Number(pid))).toBe(true);
    await onlyPage(ctx);
  });

  it('is ended when its job is cancelled', async () => {
    const { ctx, folder, site } = await prepare();
    const pids = join(await temporaryFolder(), 'pids');
    await helper(`sleep 600 & echo $$ $! > ${pids}; wait`);
    const fetching = fetchVideo(ctx, { url: `${site.url}/watch`, folder, limits, jobId: 'v' });
    await expect.poll(() => readFile(pids, 'utf8').catch(() => '')).not.toBe('');
    expect(ctx.jobs.cancel('v')).toBe(true);
    await expect(fetching).rejects.toMatchObject({ name: 'AbortError' });
    for (const pid of (await readFile(pids, 'utf8')).trim().split(' ')) await expect.poll(() => isGone(Number(pid))).toBe(true);
    await onlyPage(ctx);
  });

  it('and fills the disk is ended', async () => {
    const { ctx, folder, site } = await prepare();
    await helper('while :; do head -c 1048576 /dev/zero >> media.mp4.part; sleep 0.05; done');
    const { gaps } = await fetchVideo(ctx, { url: `${site.url}/watch`, folder, limits: { ...limits, sizeLimitBytes: 3 * 1024 * 1024 } });
    expect(gaps).toEqual([{ reason: 'video-not-fetched', facts: { cause: 'too-large', megabytes: 3 } }]);
    await onlyPage(ctx);
  });

  it('and talks without end is read without keeping it', async () => {
    const { ctx, folder, site } = await prepare();
    await helper('head -c 60000000 /dev/zero | tr "\\0" a; echo "ERROR: \u001b[31mno\u0007 video" >&2; exit 1');
    const { gaps } = await fetchVideo(ctx, { url: `${site.url}/watch`, folder, limits });
    expect(gaps).toMatchObject([{ facts: { cause: 'failed', problem: 'no video' } }]);
  });

  it.each([
    ['gives something else for a video', 'echo "<html>" > media.mp4', 'no-recording'],
    ['gives a link for a video', 'ln -s /etc/hostname media.mp4', 'no-recording'],
    ['gives nothing', 'exit 0', 'failed'],
    ['fails half-way', 'echo x > media.mp4.part; exit 1', 'failed'],
  ])('and %s gives nothing to the case', async (_what, script, cause) => {
    const { ctx, folder, site } = await prepare();
    await helper(script);
    const { files, gaps } = await fetchVideo(ctx, { url: `${site.url}/watch`, folder, limits });
    expect([files, gaps]).toMatchObject([[], [{ reason: 'video-not-fetched', facts: { cause } }]]);
    await onlyPage(ctx);
  });

  it('and leaves strange files beside a video has only the video taken', async () => {
    const { ctx, folder, site } = await prepare();
    const clip = await makeMedia(await temporaryFolder(), 'clip.mp4');
    await helper(
      `cp ${clip} media.mp4; echo '{"a":' > media.info.json; echo x > evil.sh; ln -s /etc/hostname media.en.vtt; printf '\\0\\1' > media.fr.vtt`,
    );
    const { files, gaps } = await fetchVideo(ctx, { url: `${site.url}/watch`, folder, limits });
    expect(files.map(({ name }) => name)).toEqual(['video.mp4']);
    expect(gaps).toEqual([{ reason: 'video-parts-left', facts: { count: 4 } }]);
    expect(await readdir(folder)).toEqual(['page.mhtml', 'video.mp4']);
  });

  it('and touches what the capture took ends the capture', async () => {
    const { ctx, folder, site } = await prepare();
    await helper(`echo forged > ${join(folder, 'page.mhtml')}; exit 1`);
    await expect(fetchVideo(ctx, { url: `${site.url}/watch`, folder, limits })).rejects.toMatchObject({ code: 'helper-failed' });
  });

  it('is not run at all when it does not answer as yt-dlp', async () => {
    const { ctx, folder, site } = await prepare();
    const path = await helper('touch media.mp4');
    await writeFile(path, '#!/bin/sh\necho hello\n');
    const { gaps } = await fetchVideo(ctx, { url: `${site.url}/watch`, folder, limits });
    expect(gaps).toMatchObject([{ reason: 'video-not-fetched', facts: { cause: 'helper-broken' } }]);
  });

  it('sees none of this person’s surroundings', async () => {
    const { ctx, folder, site } = await prepare();
    const seen = join(await temporaryFolder(), 'seen');
    process.env['HOLDFAST_TEST_SECRET'] = 'token';
    onTestFinished(() => {
      delete process.env['HOLDFAST_TEST_SECRET'];
    });
    await helper(`env > ${seen}; exit 1`);
    await fetchVideo(ctx, { url: `${site.url}/watch`, folder, limits });
    const environment = await readFile(seen, 'utf8');
    expect(environment).not.toMatch(/HOLDFAST_TEST_SECRET|proxy/i);
    expect(/^HOME=(.*)$/m.exec(environment)?.[1]).toContain(ctx.store.staging);
  });
});

describe('a hostile address', () => {
  it.each(['--exec=touch /tmp/x', 'file:///etc/hostname', 'javascript:alert(1)', 'ftp://h/x', '', '-', 'http://', 'ytsearch:graves'])(
    '%j is refused',
    async (url) => {
      const { ctx, folder } = await prepare();
      await expect(fetchVideo(ctx, { url, folder, limits })).rejects.toMatchObject({ code: 'wrong-input' });
    },
  );

  it.each(["/watch?a='; touch pwned; '", '/watch?--exec=touch%20pwned', '/watch?$(touch pwned)`touch pwned`', '/watch? "x" | y'])(
    '%j is only an address',
    async (path) => {
      const { ctx, folder, site, clip } = await prepare();
      const { files } = await fetchVideo(ctx, { url: site.url + path, folder, limits });
      expect(await readFile(join(folder, files[0]?.name ?? ''))).toEqual(clip);
      expect((await readdir(folder)).sort()).toEqual(['page.mhtml', 'subtitles.ar.vtt', 'video-info.json', 'video.mp4']);
    },
  );

  it('and a folder elsewhere are refused', async () => {
    const { ctx, site } = await prepare();
    const outside = await temporaryFolder();
    const link = join(ctx.store.staging, 'link');
    await symlink(outside, link);
    for (const folder of [outside, ctx.folder, ctx.store.staging, link, join(ctx.store.staging, 'none'), join(ctx.store.staging, '..')])
      await expect(fetchVideo(ctx, { url: `${site.url}/watch`, folder, limits })).rejects.toMatchObject({ code: 'wrong-input' });
  });
});
