/** For tests of faults: the acts a case must survive being interrupted in, as calls of the engine, and what was promised. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineClient } from '../engine.ts';
import { stageCapture } from '../testing/stage-capture.ts';

export const actKinds = ['import', 'capture', 'passage', 'update', 'seal', 'export', 'backup'] as const;
export type ActKind = (typeof actKinds)[number];

/** What an acknowledged act promised. */
export type Promised =
  | { kind: 'import' | 'capture'; itemId: string }
  | { kind: 'passage' | 'update'; passageId: string; count: number }
  | { kind: 'seal'; id: string; treeSize: number }
  | { kind: 'export'; path: string; zip: boolean }
  | { kind: 'backup'; path: string; seq: number };

export type Desk = { engine: EngineClient; folder: string; outside: string; itemId: string; passageId: string };

/** Does one act and gives what the answer promised. `name` is used once, `count` grows. */
export async function doAct({ engine, folder, outside, itemId, passageId }: Desk, kind: ActKind, count: number): Promise<Promised> {
  const name = `${kind}-${count}`;
  switch (kind) {
    case 'import': {
      const path = join(outside, 'in', `${name}.txt`);
      await writeFile(path, `marked words of ${name} ${'and more words\r\n'.repeat(400)}`);
      const { outcomes } = await engine.call('items.import', { paths: [path] });
      const [outcome] = outcomes;
      if (outcome?.fate === 'kept') return { kind, itemId: outcome.itemId };
      throw Object.assign(new Error(`import: ${JSON.stringify(outcome)}`), { outcome });
    }
    case 'capture':
      return { kind, ...(await engine.call('captures.keep', { staged: await stageCapture(join(folder, 'staging'), name) })) };
    case 'passage': {
      const { id } = await engine.call('passages.create', { itemId, quote: 'marked words', comment: `count ${count}`, tags: ['a', name] });
      return { kind, passageId: id, count };
    }
    case 'update':
      await engine.call('passages.update', { id: passageId, comment: `count ${count}`, tags: [name] });
      return { kind, passageId, count };
    case 'seal': {
      const { id, head } = await engine.call('seals.make', {});
      return { kind, id, treeSize: head.treeSize };
    }
    case 'export': {
      const zip = count % 2 === 0;
      const { path } = await engine.call('export.create', { out: join(outside, 'out', zip ? `${name}.zip` : name), zip });
      return { kind, path, zip };
    }
    case 'backup': {
      const { path, journal } = await engine.call('case.backup', { out: join(outside, 'Backup') });
      return { kind, path, seq: journal.seq };
    }
  }
}
