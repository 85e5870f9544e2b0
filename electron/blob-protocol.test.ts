import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HoldfastError } from '#shared/errors.ts';
import { blobHandler } from './blob-protocol.ts';

const sha256 = 'ab'.repeat(32);
const bytes = Buffer.from(Array.from({ length: 700_000 }, (_, index) => index % 251));
let folder: string;
let handle: (request: Request) => Promise<Response>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-blob-'));
  const path = join(folder, 'blob');
  await writeFile(path, bytes);
  handle = blobHandler((asked) =>
    asked === sha256 ? Promise.resolve({ path, size: bytes.length }) : Promise.reject(new HoldfastError('blob-missing', { sha256: asked })),
  );
});
afterAll(() => rm(folder, { recursive: true }));

function ask(init: RequestInit = {}, type = 'video/mp4', name = sha256): Promise<Response> {
  return handle(new Request(`holdfast-blob://blob/${name}?type=${encodeURIComponent(type)}`, init));
}

describe('blobHandler', () => {
  it('streams a whole blob', async () => {
    const response = await ask();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe('700000');
    expect(response.headers.get('content-type')).toBe('video/mp4');
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('answers a range with exactly those bytes', async () => {
    const response = await ask({ headers: { range: 'bytes=300000-600000' } });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe('bytes 300000-600000/700000');
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes.subarray(300_000, 600_001))).toBe(true);
  });

  it('answers HEAD without bytes, and refuses a range outside the blob', async () => {
    const head = await ask({ method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), head.body]).toEqual([200, '700000', null]);
    const outside = await ask({ headers: { range: 'bytes=700000-' } });
    expect([outside.status, outside.headers.get('content-range')]).toEqual([416, 'bytes */700000']);
  });

  it('never sends a type that could run, nor a name that is not a hash', async () => {
    expect((await ask({}, 'text/html')).headers.get('content-type')).toBe('application/octet-stream');
    expect((await ask({}, 'image/png', '..%2f..%2fetc')).status).toBe(404);
    expect((await ask({}, 'image/png', 'cd'.repeat(32))).status).toBe(404);
  });

  it('closes the file when the reader gives up', async () => {
    const body = (await ask()).body;
    const reader = body!.getReader();
    await reader.read();
    await expect(reader.cancel()).resolves.toBeUndefined();
  });
});
