/**
 * For tests of faults: a process that works in a case until it is killed. Told `go`, it opens the case and does one act
 * after the other; each is named before it begins, and what it promised is told once it is acknowledged.
 */
import { createEngine } from '../engine.ts';
import { migrations } from '../testing/migrations-folder.ts';
import { actKinds, doAct, type ActKind, type Desk, type Promised } from './acts.ts';

export type Go = Omit<Desk, 'engine'> & { keys: string; start: number; count: number };
export type Told = { ready: true } | { begins: ActKind; count: number } | { promised: Promised } | { failed: string };

const tell = (told: Told) => process.send?.(told, () => undefined);

async function work({ keys, start, count: first, ...desk }: Go): Promise<void> {
  const engine = createEngine({ migrations, version: 'test', actor: 'tester', keys });
  await engine.call('case.open', { folder: desk.folder });
  for (let count = first; ; count += 1) {
    const kind = actKinds[(start + count - first) % actKinds.length] ?? 'import';
    tell({ begins: kind, count });
    tell({ promised: await doAct({ ...desk, engine }, kind, count) });
  }
}

process.once('message', (go: Go) => {
  work(go).catch((error: unknown) => {
    process.send?.({ failed: String((error as Error).stack ?? error) } satisfies Told, () => process.exit(1));
  });
});
process.once('disconnect', () => process.exit());
tell({ ready: true });
