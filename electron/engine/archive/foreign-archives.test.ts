import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { createEngine } from '../engine.ts';
import { pageRecord, pixel, writeWarc } from '../testing/make-warc.ts';
import { migrations, temporaryFolder } from '../testing/temporary-case.ts';

const wget = spawnSync('wget', ['--version']).status === 0;
if (!wget) console.warn('Archives of wget were NOT tested: it is not on this computer.');

async function serve(): Promise<string> {
  const server: Server = createServer((request, response) => {
    const answers: Record<string, [string, string | Buffer]> = {
      '/': [
        'text/html; charset=utf-8',
        '<title>Exhumations</title><link rel=stylesheet href=s.css><p>Nearly 1,236 bodies</p><img src="/i.png"><a href="/ar">ar</a>',
      ],
      '/s.css': ['text/css', 'p { color: red }'],
      '/i.png': ['image/png', pixel],
      '/ar': ['text/html; charset=utf-8', '<html dir=rtl><title>المقابر</title><p>ثلاث مقابر</p>'],
    };
    const [type, body] = answers[request.url ?? ''] ?? ['', ''];
    if (type === '') response.writeHead(404).end('not here');
    // Written in two steps, so that Node frames it in chunks.
    else response.writeHead(200, { 'content-type': type }).write(body, () => response.end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function openCase(folder: string) {
  const engine = createEngine({ migrations, version: 'test', actor: 'tester' });
  onTestFinished(() => engine.close());
  await engine.call('case.create', { folder: join(folder, 'Case'), title: 'Foreign' });
  return engine;
}

it.skipIf(!wget).each(['gzip', 'plain'])('a WARC 1.0 of wget, %s: pages, their parts, and digests that all hold', async (packing) => {
  const folder = await temporaryFolder();
  const url = await serve();
  const args = [
    '-q',
    '-r',
    '-l',
    '2',
    '-p',
    '--delete-after',
    '--warc-file=site',
    ...(packing === 'plain' ? ['--no-warc-compression'] : []),
    `${url}/`,
  ];
  await promisify(execFile)('wget', args, { cwd: folder });
  const engine = await openCase(folder);
  const name = packing === 'plain' ? 'site.warc' : 'site.warc.gz';
  const { outcomes } = await engine.call('items.import', { paths: [join(folder, name)] });
  expect(outcomes).toMatchObject([{ fate: 'kept', warnings: [], pages: { added: 2, inArchive: 2 } }]);
  const { rows } = await engine.call('items.list', {});
  expect(rows.map(({ title }) => title).sort()).toEqual(['Exhumations', 'المقابر']);
  for (const { id } of rows) {
    const item = await engine.call('items.get', { id });
    expect(item).toMatchObject({
      completeness: 'whole',
      facts: { archive: { kind: 'WARC/1.0', recordDigest: 'holds', software: expect.stringMatching(/^Wget/), digestsWrong: 0 } },
    });
  }
  expect((await engine.call('verify.run', {})).findings).toEqual([]);
});

it('an engine that is killed in the middle leaves whole items, and the next import takes the rest', async () => {
  const folder = await temporaryFolder();
  const engine = await openCase(folder);
  await engine.call('case.close', {});
  const records = Array.from({ length: 120 }, (_, page) =>
    pageRecord(`https://a.example/${page}`, `<title>Page ${page}</title><p>words of page ${page}</p>`),
  );
  const path = await writeWarc(join(folder, 'many.warc.gz'), records);
  const script = `
    import { createEngine } from ${JSON.stringify(join(import.meta.dirname, '../engine.ts'))};
    const engine = createEngine({ migrations: ${JSON.stringify(migrations)}, version: 'test', actor: 'tester' });
    await engine.call('case.open', { folder: ${JSON.stringify(join(folder, 'Case'))}, access: 'write' });
    const watch = setInterval(async () => {
      const { total } = await engine.call('items.list', {});
      if (total >= 10) process.kill(process.pid, 'SIGKILL');
    }, 2);
    await engine.call('items.import', { paths: [${JSON.stringify(path)}] });
    clearInterval(watch);`;
  await writeFile(join(folder, 'child.mjs'), script);
  const child = spawn(process.execPath, [join(folder, 'child.mjs')], { stdio: ['ignore', 'ignore', 'pipe'] });
  const told = child.stderr.toArray();
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal, String(await told)).toBe('SIGKILL');
  await engine.call('case.open', { folder: join(folder, 'Case'), access: 'write' });
  const { rows } = await engine.call('items.list', {});
  expect(rows.length).toBeGreaterThanOrEqual(10);
  expect(rows.length).toBeLessThan(120);
  // Bytes that were kept for an item that never was are told, and nothing else is.
  const { findings } = await engine.call('verify.run', {});
  expect(findings.map(({ code }) => code).filter((code) => code !== 'blob-orphan')).toEqual([]);
  const { outcomes } = await engine.call('items.import', { paths: [path] });
  expect(outcomes).toMatchObject([{ fate: 'kept', pages: { added: 120 - rows.length, before: rows.length, inArchive: 120 } }]);
  expect((await engine.call('verify.run', {})).findings).toEqual([]);
}, 60_000);
