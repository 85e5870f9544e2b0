import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEngine } from '#engine/engine.ts';
import { migrations, temporaryFolder } from '#engine/testing/temporary-case.ts';
import { captureOptions, type CaptureOptions } from '#shared/model/capture.ts';
import { optionsIn } from './commands/capture-command.ts';
import { batches } from './electron-capture.ts';
import { runCli } from './run-cli.ts';
import type { CaptureOutcome } from './command.ts';

describe('options of capture', () => {
  test('are those of the contract, in the units a person types', () => {
    expect(optionsIn({})).toEqual(captureOptions.parse({}));
    const given = { 'time-limit': '12.5', 'size-limit': '20', 'no-scroll': true, 'no-video': true, viewport: '800x600', 'accept-certificate': 'AB:'.repeat(31) + 'AB' };
    expect(optionsIn(given)).toMatchObject({ timeLimitMs: 12_500, sizeLimitBytes: 20_000_000, scroll: false, video: false, width: 800, height: 600, certificateConsent: 'ab'.repeat(32) });
  }); // prettier-ignore
  test.each([
    [{ 'time-limit': 'soon' }, 'time-limit'],
    [{ 'time-limit': '0' }, 'time-limit'],
    [{ 'size-limit': '-1' }, 'size-limit'],
    [{ viewport: 'large' }, 'viewport'],
    [{ viewport: '10x10' }, 'viewport'],
    [{ 'accept-certificate': 'yes' }, 'accept-certificate'],
  ])('%j is wrong use and names the option', (given, name) => {
    expect(() => optionsIn(given)).toThrow(name);
  });
});

test('long lists are cut where a command line ends, in their order', () => {
  const urls = Array.from({ length: 1000 }, (_, n) => `https://a.example/${'x'.repeat(80)}/${n}`);
  const cut = [...batches(urls)];
  expect(cut.flat()).toEqual(urls);
  expect(cut.length).toBeGreaterThan(3);
  expect(Math.max(...cut.map((batch) => batch.join('   ').length))).toBeLessThan(24_100);
  expect([...batches([])]).toEqual([]);
  expect([...batches(['x'.repeat(30_000)])]).toHaveLength(1);
});

test('a list file is read leniently; what it refuses is told in its own line, and the status is 1', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'Case');
  await writeFile(join(folder, 'list.csv'), 'link;title\nhttps://a.example/1;x\nhttps://a.example/1;x\nfile:///etc/passwd;y\n');
  const engine = createEngine({ migrations, version: 'test', actor: 'tester' });
  const out: string[] = [];
  const asked: { urls: string[]; options: CaptureOptions }[] = [];
  // Stands where the browser's process is, so that what it is given can be seen.
  const capture = async function* (_folder: string, urls: string[], options: CaptureOptions): AsyncGenerator<CaptureOutcome> {
    asked.push({ urls, options });
    for (const url of urls) yield { url, itemId: 'made' };
  };
  const host = { engine, capture, out: (text: string) => void out.push(text), err: () => undefined, signal: new AbortController().signal, cwd: folder };
  try {
    await runCli(['init', '--title', 'T', '--case', file], host);
    out.length = 0;
    const status = await runCli(['capture', 'https://b.example/2', '--list', 'list.csv', '--no-scroll', '--case', file, '--json'], host);
    expect(status).toBe(1);
    expect(asked).toMatchObject([{ urls: ['https://b.example/2', 'https://a.example/1'], options: { scroll: false } }]);
    expect(out.map((line) => JSON.parse(line) as object)).toMatchObject([{ url: 'file:///etc/passwd', error: { code: 'url-scheme' } }, { url: 'https://b.example/2', itemId: 'made' }, { url: 'https://a.example/1' }]);
    expect(await runCli(['capture', '--list', 'none.txt', '--case', file], host)).toBe(1);
    expect(await runCli(['capture', '--case', file], host)).toBe(2);
  } finally {
    await engine.close();
  }
}); // prettier-ignore
