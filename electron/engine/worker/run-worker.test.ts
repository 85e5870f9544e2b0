import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makePdf } from '../testing/make-pdf.ts';
import { temporaryFolder } from '../testing/temporary-case.ts';
import { runWorker, type WorkerLimits } from './run-worker.ts';

const limits = (more: Partial<WorkerLimits> = {}): WorkerLimits => ({
  signal: new AbortController().signal,
  timeLimitMs: 60_000,
  heapMegabytes: 512,
  ...more,
});

async function task() {
  const path = join(await temporaryFolder(), 'a.pdf');
  const bytes = await makePdf(Array.from({ length: 300 }, (_, page) => `Page ${page} `.repeat(200)));
  await writeFile(path, bytes);
  return { act: 'read', path, size: bytes.length };
}

it('a task that takes too long is stopped', async () => {
  await expect(runWorker('pdf', await task(), limits({ timeLimitMs: 100 }))).rejects.toMatchObject({
    code: 'helper-timeout',
    facts: { helper: 'pdf reader' },
  });
});

it('a task is stopped by its signal, before and during', async () => {
  const stop = new AbortController();
  const running = runWorker('pdf', await task(), limits({ signal: stop.signal }));
  setTimeout(() => stop.abort(), 150);
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  await expect(runWorker('pdf', await task(), limits({ signal: stop.signal }))).rejects.toMatchObject({ name: 'AbortError' });
});

it('a task that grows too large ends alone, not with the engine', async () => {
  await expect(runWorker('pdf', await task(), limits({ heapMegabytes: 8 }))).rejects.toMatchObject({
    code: 'helper-failed',
    facts: { problem: 'ERR_WORKER_OUT_OF_MEMORY' },
  });
});
