/** Crate and provenance of a case file, held against their standards; and that the same case gives the same bytes. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { openCase } from '../../case/open-case.ts';
import type { Ports } from '../../context.ts';
import { keepDerived } from '../../items/keep-derived.ts';
import { getItem } from '../../items/get-item.ts';
import { makeSeal } from '../../seal/make-seal.ts';
import { readFiles } from '../../testing/bag-files.ts';
import { filledCase } from '../../testing/filled-case.ts';
import { keepPage } from '../../testing/keep-page.ts';
import { engineState, steadyPorts, temporaryFolder } from '../../testing/temporary-case.ts';
import { openCaseFile } from '../../casefile/open-case-file.ts';
import { verifyCaseFile } from '../../casefile/verify-case-file.ts';
import { createExport } from '../create-export.ts';

type Node = { '@id': string; '@type': string | string[] } & Record<string, unknown>;
type Graph = { '@context': unknown; '@graph': Node[] };

/** A case with a captured page besides, and a file derived by hand and one received later. */
async function variedCase() {
  const filled = await filledCase();
  const page = await keepPage(filled.ctx, { url: 'http://127.0.0.1/a?b=1', text: 'A page about Raqqa.' });
  const { files } = await getItem(filled.ctx, page);
  const made = await filled.ctx.store.keepBytes('made later');
  const received = await filled.ctx.store.keepBytes('received later');
  const common = { role: 'attachment' as const, mediaType: 'text/plain' };
  await keepDerived(filled.ctx, page, [
    {
      ...common,
      blob: made,
      name: 'made.txt',
      parentFileId: files[0]!.id,
      tool: { name: 'ffmpeg', version: '7.1', parameters: { at: 3 } },
    },
    { ...common, blob: received, name: 'received.txt', parentFileId: null, tool: null },
  ]);
  await makeSeal(filled.ctx, 'asked');
  return { ...filled, page };
}

async function exported(zip = false) {
  const { ctx, page } = await variedCase();
  const out = join(await temporaryFolder(), 'Case');
  await createExport(ctx, { out, zip });
  const json = async (path: string) => JSON.parse(await readFile(join(out, 'data', path), 'utf8')) as Graph;
  return { out, page, json };
}

const list = (value: unknown): string[] => (value === undefined ? [] : Array.isArray(value) ? (value as string[]) : [value as string]);

afterAll(() => {
  vi.unstubAllGlobals();
});

test('the crate passes the checker and the validator of the RO-Crate library, files included', async () => {
  const { out, json } = await exported();
  const require = createRequire(import.meta.url);
  // The one thing they ask the network for is the context; they are given the one in their own package.
  const context = await readFile(require.resolve('ro-crate/lib/context.json'), 'utf8');
  const asked: string[] = [];
  vi.stubGlobal(
    'fetch',
    async (url: string) => (asked.push(url), new Response(context, { headers: { 'content-type': 'application/ld+json' } })),
  );
  type Results = { status: string; message: string; entity?: string }[];
  type Crate = { resolveContext(): Promise<unknown> };
  const { ROCrate, Checker, Validator, validate } = require('ro-crate') as {
    ROCrate: new (json: unknown, options: object) => Crate;
    Checker: new (crate: Crate) => { check(): Promise<void>; isROCrate: boolean; checklist: { name: string; status: boolean }[] };
    Validator: new () => { parseJSON(json: string): void; results: Results };
    validate(crate: Crate, files: object): Promise<Results>;
  };
  const text = await readFile(join(out, 'data/ro-crate-metadata.json'), 'utf8');
  const asJson = new Validator();
  asJson.parseJSON(text);
  expect(asJson.results.map(({ status }) => status)).toEqual(['success']);
  const crate = new ROCrate(JSON.parse(text), { array: true, link: true });
  await crate.resolveContext();
  const checker = new Checker(crate);
  await checker.check();
  expect(checker.checklist.filter(({ status }) => !status)).toEqual([]);
  expect(checker.isROCrate).toBe(true);
  const paths = (await readFiles(join(out, 'data'))).map(([path]) => path);
  const files = Object.fromEntries(paths.map((path) => [path, { exists: true, inCrate: false, isDir: false }]));
  const folders = (await json('ro-crate-metadata.json'))['@graph'].filter((node) => node['@id'].endsWith('/') && node['@id'] !== './');
  for (const { '@id': folder } of folders) {
    expect(paths.some((path) => path.startsWith(folder))).toBe(true);
    Object.assign(files, { [folder]: { exists: true, inCrate: false, isDir: true } });
  }
  const results = await validate(crate, files);
  expect(results.length).toBeGreaterThan(8);
  expect(results.filter(({ status }) => status !== 'success')).toEqual([]);
  expect(new Set(asked)).toEqual(new Set(['https://w3id.org/ro/crate/1.1/context']));
});

test('the crate names nothing that is not in it, and everyone in it as one who acted', async () => {
  const { json } = await exported();
  const graph = (await json('ro-crate-metadata.json'))['@graph'];
  const ids = graph.map((node) => node['@id']);
  expect(new Set(ids).size).toBe(ids.length);
  const known = new Set([...ids, 'https://w3id.org/ro/crate/1.1']);
  const references = graph.flatMap((node) => Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]) as unknown[]));
  const named = references.flatMap((value) => (typeof value === 'object' && value !== null ? [(value as { '@id': string })['@id']] : []));
  expect(named.filter((id) => !known.has(id))).toEqual([]);
  const people = graph.filter((node) => node['@type'] === 'Person').map((node) => node['@id']);
  const agents = new Set(
    graph.filter((node) => node['@type'] === 'CreateAction').map((node) => (node['agent'] as { '@id': string })['@id']),
  );
  expect(people.length).toBe(1);
  expect(people.filter((id) => !agents.has(id))).toEqual([]);
  expect(graph.find((node) => node['@id'] === '#holdfast')).toMatchObject({ '@type': 'SoftwareApplication', version: 'test' });
});

/** Constraints of PROV (PROV-CONSTRAINTS, 2013) that can be read off the graph. */
test('the provenance is whole: one making for each file, agents for each act, no circles, no time backwards', async () => {
  const { json, page } = await exported();
  const { '@context': context, '@graph': graph } = await json('provenance/prov.jsonld');
  // Its context is in it, and every term used is in its context.
  expect(typeof context === 'object' && !Array.isArray(context)).toBe(true);
  const terms = new Set(Object.keys(context as object));
  const used = new Set(graph.flatMap((node) => Object.keys(node).filter((key) => !key.startsWith('@'))));
  expect([...used].filter((term) => !terms.has(term))).toEqual([]);
  const nodes = new Map(graph.map((node) => [node['@id'], node]));
  expect(nodes.size).toBe(graph.length);
  const typeOf = (id: string) => list(nodes.get(id)?.['@type'])[0];
  for (const node of graph) {
    const type = list(node['@type'])[0];
    for (const id of [...list(node['wasDerivedFrom']), ...list(node['used']), ...list(node['specializationOf']), ...list(node['hadPrimarySource'])]) expect(typeOf(id), id).toBe('prov:Entity');
    for (const id of list(node['wasGeneratedBy'])) expect(typeOf(id), id).toBe('prov:Activity');
    for (const id of list(node['wasAssociatedWith'])) expect(typeOf(id), id).toBe('prov:Agent');
    if (type === 'prov:Activity') expect(list(node['wasAssociatedWith']).length, node['@id']).toBeGreaterThan(0);
    if (node['startedAtTime'] !== undefined) expect(String(node['startedAtTime']) <= String(node['endedAtTime'])).toBe(true);
    if (node['item'] === undefined || type !== 'prov:Entity') continue;
    expect(list(node['wasGeneratedBy'])).toHaveLength(1);
    const making = nodes.get(list(node['wasGeneratedBy'])[0]!)!;
    // What something was derived from was used in making it.
    for (const parent of list(node['wasDerivedFrom'])) expect(list(making['used'])).toContain(parent);
    expect(node['specializationOf']).toBe(`nih:sha-256;${String(node['sha256'])}`);
  }
  for (const start of nodes.keys()) expect(ancestors(nodes, start)).not.toContain(start);
  const named = (name: string) => graph.find((node) => node['label'] === name)!;
  expect(nodes.get(String(named('made.txt')['wasGeneratedBy']))).toMatchObject({ tool: 'ffmpeg', toolVersion: '7.1', parameters: { at: 3 } });
  expect(nodes.get(String(named('received.txt')['wasGeneratedBy']))?.['@type']).toContain('holdfast:Receipt');
  expect(nodes.get(`urn:uuid:${page}#taken`)).toMatchObject({ '@type': ['prov:Activity', 'holdfast:Capture'], used: ['http://127.0.0.1/a?b=1'] });
  expect(named('page.mhtml')['hadPrimarySource']).toBe('http://127.0.0.1/a?b=1');
}); // prettier-ignore

function ancestors(nodes: ReadonlyMap<string, Node>, start: string): string[] {
  const found = new Set<string>();
  const next = [...list(nodes.get(start)?.['wasDerivedFrom'])];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    next.push(...list(nodes.get(id)?.['wasDerivedFrom']));
  }
  return [...found];
}

const onDay = (day: number): Ports => ({ ...steadyPorts(), now: () => new Date(Date.UTC(2031, 0, day, 12)) });

test('one state of a case gives one bag: only bag-info.txt and what fixes it know the day', async () => {
  const { ctx, engine, folder } = await variedCase();
  await ctx.close();
  engine.open = null;
  const bags = [];
  for (const day of [1, 30]) {
    const reader = await openCase(engineState(onDay(day)), folder, 'read');
    const [out, zip] = [join(await temporaryFolder(), 'Case'), join(await temporaryFolder(), 'Case.zip')];
    await createExport(reader, { out, zip: false });
    await createExport(reader, { out: zip, zip: true });
    await reader.close();
    expect((await verifyCaseFile(engineState(), { path: out })).findings).toEqual([]);
    const files = new Map(await readFiles(out));
    expect(await unpacked(zip)).toEqual(files);
    bags.push({ files });
  }
  const [one, two] = bags as [(typeof bags)[0], (typeof bags)[0]];
  expect([...one.files.keys()]).toEqual([...two.files.keys()]);
  const differing = [...one.files].filter(([path, bytes]) => !bytes.equals(two.files.get(path)!)).map(([path]) => path);
  expect(differing.sort()).toEqual(['bag-info.txt', 'tagmanifest-sha256.txt', 'tagmanifest-sha512.txt']);
  const lines = (path: string) => one.files.get(path)!.toString().split('\n').filter((line, at) => line !== two.files.get(path)!.toString().split('\n')[at]);
  expect(lines('bag-info.txt')).toEqual(['Bagging-Date: 2031-01-01', 'Holdfast-Exported-At: 2031-01-01T12:00:00.000Z']);
  for (const algorithm of ['sha256', 'sha512']) expect(lines(`tagmanifest-${algorithm}.txt`)).toEqual([expect.stringMatching(/ {2}bag-info\.txt$/)]);
}); // prettier-ignore

async function unpacked(zip: string): Promise<Map<string, Buffer>> {
  const source = await openCaseFile(zip, new AbortController().signal);
  const files = new Map<string, Buffer>();
  for (const [path, file] of source.files) files.set(path, Buffer.concat((await (await file.open()).toArray()) as Buffer[]));
  source.close();
  return files;
}
