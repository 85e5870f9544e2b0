/** Builds the sample case through the public contract alone, as a person at the keyboard would. */
import { join } from 'node:path';
import type { EngineClient } from '#engine/engine.ts';
import { HoldfastError, type ErrorCode, type ErrorFacts } from '#shared/errors.ts';
import type { CaseInfo } from '#shared/model/case.ts';
import type { VerifyReport } from '#shared/model/proof.ts';
import { sampleClaims, type SampleClaimKey, type SampleIds } from './sample-claims.ts';
import { caseTitle, files, incidents, notes, pages, parties, terms, type SampleItem } from './sample-facts.ts';
import { passages, type SamplePassageKey } from './sample-passages.ts';
import { claimLinks, partyLinks, sampleGrades } from './sample-relations.ts';
import { serveSample } from './sample-server.ts';

/** Takes a page from the web into the open case; the app's own Chromium does it. */
export type CapturePage = (url: string, signal: AbortSignal) => Promise<{ itemId: string }>;

export const sampleSteps = [
  'case',
  'capture',
  'import',
  'parties',
  'incidents',
  'passages',
  'claims',
  'relations',
  'grades',
  'verify',
] as const;
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
  const { engine, folder } = work;
  await each(work, 'case', { folder }, () => engine.call('case.create', { folder, title: caseTitle }));
  const items = { ...(await captureSite(work)), ...(await importFiles(work)) };
  await describe(work, items);
  const ids = { items, parties: await createParties(work), incidents: await createIncidents(work) };
  for (const term of Object.values(terms)) await engine.call('vocabulary.add', term);
  const claims = await createClaims(work, ids, await createPassages(work, items));
  await relate(work, ids, claims);
  await grade(work, ids, claims);
  const { verified } = await each(work, 'verify', { verified: folder }, () => engine.call('verify.run', {}));
  const info = await engine.call('case.info', {});
  if (info === null) throw new HoldfastError('no-case-open');
  return { ...ids, info, verified };
}

/**
 * Does `act` for each piece in turn, telling progress, stopping between pieces when asked to. `pieces` holds what to
 * call each; the answers come back under the same keys.
 */
async function each<Key extends string, Result>(
  work: Work,
  step: SampleStep,
  pieces: Record<Key, string>,
  act: (key: Key) => Promise<Result>,
): Promise<Record<Key, Result>> {
  const keys = Object.keys(pieces) as Key[];
  const results: Partial<Record<Key, Result>> = {};
  for (const [done, key] of keys.entries()) {
    work.signal.throwIfAborted();
    work.onProgress({ step, subject: pieces[key], done, total: keys.length });
    results[key] = await act(key);
  }
  return results as Record<Key, Result>;
}

function mapped<Key extends string, From, To>(from: Record<Key, From>, map: (value: From) => To): Record<Key, To> {
  const entries = Object.entries(from) as [Key, From][];
  return Object.fromEntries(entries.map(([key, value]) => [key, map(value)])) as Record<Key, To>;
}

async function captureSite(work: Work) {
  const { origin, close } = await serveSample(join(work.sampleDir, 'site'));
  try {
    const kept = await each(work, 'capture', pages, (key) => work.capture(`${origin}/${pages[key]}`, work.signal));
    return mapped(kept, ({ itemId }) => itemId);
  } finally {
    await close();
  }
}

function importFiles(work: Work) {
  return each(work, 'import', files, async (key) => {
    const path = join(work.sampleDir, files[key]);
    const { outcomes } = await work.engine.call('items.import', { paths: [path] });
    const kept = outcomes.find((outcome) => outcome.path === path);
    if (kept?.fate === 'refused') throw new HoldfastError(kept.error.code as ErrorCode, kept.error.facts as ErrorFacts);
    if (kept === undefined || kept.fate === 'cancelled') throw new HoldfastError('cancelled', { path });
    return kept.itemId;
  });
}

async function describe({ engine }: Work, items: Record<SampleItem, string>): Promise<void> {
  for (const [key, given] of Object.entries(notes)) {
    await engine.call('items.describe', { id: items[key as SampleItem], given });
  }
}

async function createParties(work: Work) {
  const names = mapped(parties, ({ name }) => name);
  const made = await each(work, 'parties', names, (key) => work.engine.call('parties.create', parties[key]));
  return mapped(made, ({ id }) => id);
}

async function createIncidents(work: Work) {
  const names = mapped(incidents, ({ title }) => title);
  const made = await each(work, 'incidents', names, (key) => work.engine.call('incidents.create', incidents[key]));
  return mapped(made, ({ id }) => id);
}

async function createPassages(work: Work, items: Record<SampleItem, string>) {
  const names = mapped(passages, ({ item }) => item);
  const made = await each(work, 'passages', names, (key) => {
    const { item, target, ...note } = passages[key];
    return work.engine.call('passages.create', { itemId: items[item], ...target, ...note });
  });
  return mapped(made, ({ id }) => id);
}

async function createClaims(work: Work, ids: SampleIds, marked: Record<SamplePassageKey, string>) {
  const claims = sampleClaims(ids);
  const made = await each(
    work,
    'claims',
    mapped(claims, ({ fields }) => fields.act),
    (key) => {
      const { fields, evidence } = claims[key];
      const links = evidence.map(([passage, stance]) => ({ passageId: marked[passage], stance }));
      return work.engine.call('claims.create', { ...fields, evidence: links });
    },
  );
  return mapped(made, ({ id }) => id);
}

async function relate(work: Work, ids: SampleIds, claims: Record<SampleClaimKey, string>): Promise<void> {
  const links = [
    ...claimLinks.map(({ from, to, relation, note }) => ({
      kind: 'claim' as const,
      fromId: claims[from],
      toId: claims[to],
      relation,
      note,
    })),
    ...partyLinks(ids),
  ];
  const names = Object.fromEntries(links.map(({ relation }, at) => [at, relation]));
  await each(work, 'relations', names, (at) => work.engine.call('links.create', links[Number(at)]!));
}

async function grade(work: Work, ids: SampleIds, claims: Record<SampleClaimKey, string>): Promise<void> {
  const grades = sampleGrades(ids, claims);
  const names = Object.fromEntries(grades.map(({ scale }, at) => [at, scale]));
  await each(work, 'grades', names, (at) => work.engine.call('grades.give', grades[Number(at)]!));
}
