import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileUnder, serveSample, type SampleServer } from './sample-server.ts';

let folder = '';
let server: SampleServer;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'sample-server-')));
  await mkdir(join(folder, 'site'));
  await writeFile(join(folder, 'site', 'index.html'), '<p>front');
  await writeFile(join(folder, 'secret.txt'), 'outside');
  await symlink(join(folder, 'secret.txt'), join(folder, 'site', 'link.txt'));
  server = await serveSample(join(folder, 'site'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** node:http sends the path as it stands; fetch would tidy `..` away first. */
function status(path: string, method = 'GET'): Promise<number | undefined> {
  const { hostname, port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test('serves a page with its media type, on loopback only', async () => {
  const response = await fetch(`${server.origin}/`);
  expect(await response.text()).toBe('<p>front');
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(new URL(server.origin).hostname).toBe('127.0.0.1');
});

test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/link.txt', '/%00', '/%E0%A4%A', '/none.html'])(
  'gives nothing outside its folder: %s',
  async (path) => {
    expect(await status(path)).toBe(404);
    expect(await fileUnder(join(folder, 'site'), path)).toBeNull();
  },
);

test('answers reading only', async () => {
  expect(await status('/', 'POST')).toBe(405);
  expect(await status('/', 'HEAD')).toBe(200);
});
