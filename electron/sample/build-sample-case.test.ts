import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEngine, type EngineClient } from '#engine/engine.ts';
import { buildSampleCase, type CapturePage, type SampleProgress } from './build-sample-case.ts';

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const sampleDir = fromHere('../../sample');
const migrations = fromHere('../../migrations');

let folder = '';
let engine: EngineClient;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sample-case-'));
  engine = createEngine({ migrations, version: '0.0.0', actor: 'test' });
});
afterEach(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

/** The page as its server gives it, imported: what Chromium adds is tested end to end. */
const capture: CapturePage = async (url) => {
  const path = join(folder, basename(url));
  await writeFile(path, await (await fetch(url)).text());
  const { outcomes } = await engine.call('items.import', { paths: [path] });
  if (outcomes[0]?.fate !== 'kept') throw new Error(JSON.stringify(outcomes));
  return { itemId: outcomes[0].itemId };
};

test('the sample case holds the article’s facts as structure, each claim on exact words', { timeout: 60_000 }, async () => {
  const { info, verified, incidents, items } = await buildSampleCase({
    engine,
    capture,
    sampleDir,
    folder: join(folder, 'case'),
  });
  expect(info.counts).toMatchObject({ items: 6, passages: 19, claims: 11, incidents: 3, parties: 9 });
  expect(verified.findings).toEqual([]);
  const { rows } = await engine.call('passages.list', { limit: 1000 });
  expect(rows.filter(({ state }) => state !== 'exact')).toEqual([]);

  const caption = rows.find(({ itemId, from }) => itemId === items.video && from === 5.8);
  const graves = await engine.call('claims.list', { incidentId: incidents.graves });
  const committee = graves.rows.find(({ evidence }) => evidence.some(({ passageId }) => passageId === caption?.id));
  expect(committee).toMatchObject({
    act: 'exhumed',
    quantities: [
      {
        qualifier: 'nearly',
        value: 1236,
        unit: 'bodies',
        breakdown: [{ groups: ['women', 'children'], qualifier: 'most' }],
      },
      { qualifier: 'exactly', value: 3, unit: 'mass graves' },
    ],
    via: [{ itemId: items.video }, { itemId: items.article, date: '2018' }],
  });
  expect(caption?.quote).toContain('Nearly 1,236 bodies');
  const { statements } = await engine.call('analysis.incident', { incidentId: incidents.school });
  expect(statements.map(({ modality }) => modality).sort()).toEqual(['admits', 'asserts', 'denies']);
});

test('stops between two pieces when it is cancelled', async () => {
  const stop = new AbortController();
  const seen: SampleProgress[] = [];
  const onProgress = (at: SampleProgress) => {
    seen.push(at);
    stop.abort();
  };
  const build = buildSampleCase({
    engine,
    capture,
    sampleDir,
    folder: join(folder, 'case'),
    onProgress,
    signal: stop.signal,
  });
  await expect(build).rejects.toMatchObject({ name: 'AbortError' });
  expect(seen.length).toBe(1);
});
