import { join } from 'node:path';
import { createCase } from '#engine/case/open-case.ts';
import type { EngineState } from '#engine/context.ts';
import { systemPorts } from '#engine/system-ports.ts';
import { keyFolder, writerKeyIn } from '#engine/keys/key-folder.ts';
import { keepItem, type DraftFile } from '#engine/items/keep-item.ts';
import { Jobs } from '#engine/jobs/jobs.ts';
import { root } from './launch.ts';

/** An item to be: its archive, the address it was taken from, and how the archive came. */
export type SeedArchive = {
  title: string;
  url: string | null;
  at: string;
  archive: Buffer;
  name: string;
  mediaType: string;
  isOriginal?: boolean;
};

/** A case of web pages that have an archive and a screenshot, made by the engine itself. Answers the items' ids. */
export async function seedArchives(folder: string, seeds: readonly SeedArchive[], screenshot: Buffer): Promise<string[]> {
  const emit = () => {};
  const settings = { actor: 'seed', migrations: join(root, 'migrations'), version: 'test', writerKey: writerKeyIn(keyFolder()) };
  const engine: EngineState = { open: null, jobs: new Jobs(emit, systemPorts.newId), ports: systemPorts, settings, emit };
  const ctx = await createCase(engine, folder, 'Replays');
  try {
    const ids: string[] = [];
    for (const { title, url, at, archive, name, mediaType, isOriginal = false } of seeds) {
      const kept: DraftFile = {
        key: 'archive',
        role: isOriginal ? 'original' : 'wacz',
        blob: await ctx.store.keepBytes(archive),
        name,
        mediaType,
      };
      const shot: DraftFile = {
        key: 'screenshot',
        role: 'screenshot',
        blob: await ctx.store.keepBytes(screenshot),
        name: 'screenshot.png',
        mediaType: 'image/png',
      };
      ids.push(
        await keepItem(ctx, {
          type: isOriginal ? 'document' : 'web',
          title,
          source: 'The Test Paper',
          sourceUrl: url,
          language: null,
          originalName: isOriginal ? name : null,
          method: isOriginal ? 'import' : 'capture',
          capturedAt: at,
          gaps: [],
          facts: {},
          files: isOriginal ? [kept] : [kept, shot],
          text: null,
        }),
      );
    }
    return ids;
  } finally {
    await ctx.close();
  }
}
