import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { replayHandler } from './replay-protocol.ts';

const token = 'ab'.repeat(16);
const here = `holdfast-replay://${token}/`;
let folder: string;
let ask: (url: string, init?: RequestInit) => Promise<Response>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-replay-'));
  const path = join(folder, 'blob');
  await writeFile(path, '0123456789');
  await writeFile(join(folder, 'sw.js'), 'self.wabac = 1;');
  const handle = replayHandler({ token, path, size: 10, kind: 'wacz' }, join(folder, 'sw.js'));
  ask = (url, init) => handle(new Request(url, init));
});
afterAll(() => rm(folder, { recursive: true }));

test('the archive is served by range, under its own ending', async () => {
  const response = await ask(`${here}archive.wacz`, { headers: { range: 'bytes=-3' } });
  expect([response.status, await response.text()]).toEqual([206, '789']);
  expect((await ask(`${here}archive.wacz`, { method: 'HEAD' })).headers.get('content-length')).toBe('10');
});

test('the host page runs no script of its own', async () => {
  const policy = (await ask(here)).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('script-src');
});

test('the worker is served under its one address', async () => {
  expect(await (await ask(`${here}sw.js?notFoundTemplateUrl=missing.html`)).text()).toMatch(/^self\.wabac = 1;/);
});

test.each([
  'sw.js',
  'sw.js?serveIndex=1',
  'archive.warc',
  'archive.wacz?x',
  'w/archive/mp_/https://a.example/',
  '../blob',
  '%2e%2e/blob',
  'other',
])('%s does not exist', async (path) => {
  expect((await ask(here + path)).status).toBe(404);
});

test('another token is nobody, and nothing is written to', async () => {
  expect((await ask(`holdfast-replay://${'cd'.repeat(16)}/`)).status).toBe(404);
  expect((await ask(here, { method: 'POST', body: 'x' })).status).toBe(405);
});
