import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { indexArchive } from '../archive/index-archive.ts';
import { pageRecord, writeWarc } from '../testing/make-warc.ts';
import { temporaryFolder } from '../testing/temporary-case.ts';
import { WorkerSession } from './worker-session.ts';

async function tasks() {
  const folder = await temporaryFolder();
  const pages = [1, 2].map((page) => pageRecord(`https://a.example/${page}`, `<title>${page}</title>`));
  const archive = await writeWarc(join(folder, 'x.warc.gz'), pages);
  const indexed = await indexArchive({ path: archive, folder, mediaType: 'application/warc' }, () => {});
  return indexed.pages.map(({ record }) => ({ archive, index: join(folder, 'index.sqlite'), record }));
}
function session(more: { timeLimitMs?: number; signal?: AbortSignal } = {}) {
  const limits = { signal: new AbortController().signal, timeLimitMs: 60_000, heapMegabytes: 512, ...more };
  const started = new WorkerSession<object, { frozen: { metadata: { title: { value: string } } } }>('archive-page', limits);
  onTestFinished(() => started.close());
  return started;
}

it('one thread does many tasks; one that fails does not spoil the next', async () => {
  const [first, second] = await tasks();
  const thread = session();
  expect((await thread.run(first!)).frozen.metadata.title.value).toBe('1');
  await expect(thread.run({ ...first!, record: 999 })).rejects.toMatchObject({ code: 'internal' });
  expect((await thread.run(second!)).frozen.metadata.title.value).toBe('2');
});

it('a task that takes too long is stopped, and so is one that is cancelled', async () => {
  const [first] = await tasks();
  await expect(session({ timeLimitMs: 1 }).run(first!)).rejects.toMatchObject({ code: 'helper-timeout' });
  const stop = new AbortController();
  const running = session({ signal: stop.signal }).run(first!);
  stop.abort();
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
});
