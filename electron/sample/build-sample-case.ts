/** Builds the sample case through the public contract alone, as a person at the keyboard would. */
import { join } from 'node:path';
import type { EngineClient } from '#engine/engine.ts';
import { HoldfastError, type ErrorCode, type ErrorFacts } from '#shared/errors.ts';
import type { CaseInfo } from '#shared/model/case.ts';
import type { VerifyReport } from '#shared/model/proof.ts';
import { sampleClaims, type SampleClaim, type SampleIds } from './sample-claims.ts';
import { caseTitle, files, incidents, notes, pages, parties, type SampleItem } from './sample-facts.ts';
import { passages, type SamplePassageKey } from './sample-passages.ts';
import { serveSample } from './sample-server.ts';

/** Takes a page from the web into the open case; the app's own Chromium does it. */
export type CapturePage = (url: string, signal: AbortSignal) => Promise<{ itemId: string }>;

export const sampleSteps = ['case', 'capture', 'import', 'parties', 'passages', 'claims', 'verify'] as const;
export type SampleStep = (typeof sampleSteps)[number];
/** `done` of `total` pieces of one step; `subject` is the page, file or code it works on. */
export type SampleProgress = { step: SampleStep; subject: string; done: number; total: number };

export type SampleBuild = {
  engine: EngineClient;
  capture: CapturePage;
  /** Holds `site/`, the PDFs, the video and the photo. */
  sampleDir: string;
  /** The case folder to make; `case-exists` when there is one. */
  folder: string;
  onProgress?: (progress: SampleProgress) => void;
  signal?: AbortSignal;
};

export type SampleCase = SampleIds & { info: CaseInfo; verified: VerifyReport };

type Work = Required<SampleBuild>;

/** Makes, fills and verifies the sample case and leaves it open in the engine. */
export async function buildSampleCase(build: SampleBuild): Promise<SampleCase> {
  const work: Work = { onProgress: () => undefined, signal: new AbortController().signal, ...build };
  await each(work, 'case', [build.folder], (folder) => work.engine.call('case.create', { folder, title: caseTitle }));
  const items = { ...(await captureSite(work)), ...(await importFiles(work)) };
  await describe(work, items);
  const ids: SampleIds = { items, parties: await createParties(work), incidents: await createIncidents(work) };
  await createClaims(work, ids, await createPassages(work, items));
  const [verified] = await each(work, 'verify', [build.folder], () => work.engine.call('verify.run', {}));
  const info = await work.engine.call('case.info', {});
  if (verified === undefined || info === null) throw new HoldfastError('no-case-open');
  return { ...ids, info, verified };
}

/** One after the other, telling progress, stopping between pieces when asked to. */
async function each<Piece, Result>(
  work: Work,
  step: SampleStep,
  pieces: readonly Piece[],
  act: (piece: Piece) => Promise<Result>,
  name: (piece: Piece) => string = String,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const [done, piece] of pieces.entries()) {
    work.signal.throwIfAborted();
    work.onProgress({ step, subject: name(piece), done, total: pieces.length });
    results.push(await act(piece));
  }
  return results;
}

function keyed<Key extends string, Value>(keys: readonly Key[], values: readonly Value[]): Record<Key, Value> {
  return Object.fromEntries(keys.map((key, i) => [key, values[i]])) as Record<Key, Value>;
}
const keysOf = <Key extends string>(record: Record<Key, unknown>) => Object.keys(record) as Key[];

async function captureSite(work: Work) {
  const keys = keysOf(pages);
  const server = await serveSample(join(work.sampleDir, 'site'));
  try {
    const kept = await each(work, 'capture', keys, (key) => work.capture(`${server.origin}/${pages[key]}`, work.signal));
    return keyed(keys, kept.map(({ itemId }) => itemId));
  } finally {
    await server.close();
  }
}

async function importFiles(work: Work) {
  const keys = keysOf(files);
  const ids = await each(work, 'import', keys, async (key) => {
    const path = join(work.sampleDir, files[key]);
    const { outcomes } = await work.engine.call('items.import', { paths: [path] });
    const kept = outcomes[0];
    if (kept?.fate === 'refused') throw new HoldfastError(kept.error.code as ErrorCode, kept.error.facts as ErrorFacts);
    if (kept === undefined || kept.fate === 'cancelled') throw new HoldfastError('cancelled', { path });
    return kept.itemId;
  });
  return keyed(keys, ids);
}

async function describe(work: Work, items: Record<SampleItem, string>): Promise<void> {
  for (const key of keysOf(notes)) {
    await work.engine.call('items.describe', { id: items[key], given: notes[key] });
  }
}

async function createParties(work: Work) {
  const keys = keysOf(parties);
  const made = await each(work, 'parties', keys, (key) => work.engine.call('parties.create', parties[key]));
  return keyed(keys, made.map(({ id }) => id));
}

async function createIncidents(work: Work) {
  const keys = keysOf(incidents);
  const made = await each(work, 'parties', keys, (key) => work.engine.call('incidents.create', incidents[key]));
  return keyed(keys, made.map(({ id }) => id));
}

async function createPassages(work: Work, items: Record<SampleItem, string>) {
  const keys = keysOf(passages);
  const made = await each(work, 'passages', keys, (key) => {
    const { item, target, ...note } = passages[key];
    return work.engine.call('passages.create', { itemId: items[item], ...target, ...note });
  });
  return keyed(keys, made.map(({ id }) => id));
}

async function createClaims(work: Work, ids: SampleIds, marked: Record<SamplePassageKey, string>): Promise<void> {
  const create = ({ fields, evidence }: SampleClaim) =>
    work.engine.call('claims.create', {
      ...fields,
      evidence: evidence.map(([key, stance]) => ({ passageId: marked[key], stance })),
    });
  await each(work, 'claims', sampleClaims(ids), create, ({ fields }) => fields.act);
}
