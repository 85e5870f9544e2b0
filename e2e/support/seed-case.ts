import { createCase } from '#engine/case/open-case.ts';
import type { EngineState } from '#engine/context.ts';
import { systemPorts } from '#engine/system-ports.ts';
import { keyFolder, writerKeyIn } from '#engine/keys/key-folder.ts';
import { keepItem, type ItemDraft } from '#engine/items/keep-item.ts';
import { Jobs } from '#engine/jobs/jobs.ts';
import { itemTypes } from '#shared/model/items.ts';
import { join } from 'node:path';
import { root } from './launch.ts';

/** A case of `count` items of every type with short texts, made by the engine itself; all share one blob. */
export async function seedCase(folder: string, title: string, count: number): Promise<void> {
  const emit = () => {};
  const settings = { actor: 'seed', migrations: join(root, 'migrations'), version: 'test', writerKey: writerKeyIn(keyFolder()) };
  const engine: EngineState = { open: null, jobs: new Jobs(emit, systemPorts.newId), ports: systemPorts, settings, emit };
  const ctx = await createCase(engine, folder, title);
  // Made for one test and thrown away: nothing is lost if the machine stops half-way.
  ctx.writer?.raw.pragma('synchronous = OFF');
  try {
    const blob = await ctx.store.keepBytes('the bytes that all of them share');
    for (let number = 1; number <= count; number += 1) await keepItem(ctx, draftOf(number, blob));
  } finally {
    await ctx.close();
  }
}

const titles = [
  'Statement of the committee',
  'تقرير عن المقابر الجماعية في الرقة',
  'Photograph of the site, north side',
  'Interview with a relative',
];

function draftOf(number: number, blob: ItemDraft['files'][number]['blob']): ItemDraft {
  return {
    type: itemTypes[number % itemTypes.length]!,
    title: `${titles[number % titles.length]!} ${number}`,
    source: `Source ${number % 97}`,
    sourceUrl: null,
    language: null,
    originalName: `${number}.txt`,
    method: 'import',
    capturedAt: new Date(Date.UTC(2018, 0, 1) + number * 60_000).toISOString(),
    gaps: [],
    facts: {},
    files: [{ key: 'original', role: 'original', blob, name: `${number}.txt`, mediaType: 'text/plain' }],
    text: null,
  };
}
