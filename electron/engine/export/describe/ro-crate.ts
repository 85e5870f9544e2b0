/** data/ro-crate-metadata.json (RO-Crate 1.1): the payload described for those who know crates and not Holdfast. Pure. */
import type { ExportedFile, ExportedItem } from '#shared/model/case-file.ts';
import type { Json } from '#shared/model/primitives.ts';
import type { Gathered } from '../gather-case.ts';
import { Actors, toolOf } from './actors.ts';
import { mediaTypeOf } from './media-type.ts';
import { webAddress } from './prov-document.ts';

export const RO_CRATE = 'data/ro-crate-metadata.json';

export type PayloadFile = { path: string; size: number; sha256: string };
type Node = { [key: string]: Json };

/** `sha256` is a term of schema.org that the context of RO-Crate 1.1 lacks. */
const CONTEXT: Json = ['https://w3id.org/ro/crate/1.1/context', { sha256: 'http://schema.org/sha256' }];
const HOLDFAST = '#holdfast';
const RIGHTS = '#rights';

/** @param payload every file under data/ but this one, as written; `version` of the program that writes */
export function roCrate(gathered: Gathered, payload: readonly PayloadFile[], version: string): Json {
  const actors = new Actors();
  const items = [...gathered.items.values()];
  const known = new Map(items.flatMap((item) => item.files).map((file) => [file.path, file]));
  const inItems = new Set(items.flatMap((item) => [...item.files.map(({ path }) => path), itemJson(item)]));
  const loose = payload.filter(({ path }) => !inItems.has(path));
  const acts = items.flatMap((item) => [
    takenAct(item, gathered, actors),
    ...item.files.flatMap((file) => madeAct(file, item, gathered, actors)),
  ]);
  return {
    '@context': CONTEXT,
    '@graph': [
      descriptor,
      root(gathered, [...items.map(folderOf), ...loose.map(({ path }) => inCrate(path))]),
      rights,
      { '@id': HOLDFAST, '@type': 'SoftwareApplication', name: 'Holdfast', version, softwareVersion: version },
      ...items.map(dataset),
      ...payload.map((file) => fileNode(file, known.get(file.path))),
      ...acts,
      ...actors.people.map((name, at): Node => ({ '@id': personId(at + 1), '@type': 'Person', name })),
      ...actors.tools.map(({ name, version: of }, at): Node => ({
        '@id': toolId(at + 1),
        '@type': 'SoftwareApplication',
        name,
        ...(of === '' ? {} : { version: of, softwareVersion: of }),
      })),
    ],
  };
}

const inCrate = (path: string) => path.slice('data/'.length);
const itemJson = ({ id }: ExportedItem) => `data/items/${id}/item.json`;
const folderOf = ({ id }: ExportedItem) => `items/${id}/`;
const personId = (number: number) => `#person-${number}`;
const toolId = (number: number) => `#tool-${number}`;
const references = (ids: readonly string[]): Json => ids.map((id) => ({ '@id': id }));

const descriptor: Node = {
  '@id': 'ro-crate-metadata.json',
  '@type': 'CreativeWork',
  conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
  about: { '@id': './' },
};

const rights: Node = {
  '@id': RIGHTS,
  '@type': 'CreativeWork',
  name: 'No licence is granted',
  description:
    'The files were made by others and remain theirs. They were kept to document what was published, and to let it be examined. ' +
    'Ask whoever gave you this case file what you may do with it.',
};

/** The date is that of the state of the case, so that the same state is described by the same bytes whenever it is exported. */
function root({ record, stateAt }: Gathered, parts: readonly string[]): Node {
  const { items, passages, claims, incidents } = record.counts;
  return {
    '@id': './',
    '@type': 'Dataset',
    name: record.title,
    description: `A Holdfast case file: ${items} items, ${passages} marked passages, ${claims} claims, ${incidents} incidents, and the journal of every act.`,
    identifier: `urn:uuid:${record.caseId}`,
    dateCreated: record.createdAt,
    datePublished: stateAt.slice(0, 10),
    license: { '@id': RIGHTS },
    hasPart: references(parts),
  };
}

function dataset(item: ExportedItem): Node {
  const url = webAddress(item.sourceUrl);
  return {
    '@id': folderOf(item),
    '@type': 'Dataset',
    name: item.given.title ?? item.title,
    description: `${item.type}, ${item.method === 'capture' ? 'captured' : 'imported'}; source: ${item.source}`,
    identifier: `urn:uuid:${item.id}`,
    dateCreated: item.capturedAt,
    ...(url === null ? {} : { url }),
    ...(item.language === null ? {} : { inLanguage: item.language }),
    hasPart: references([...new Set([...item.files.map(({ path }) => inCrate(path)), inCrate(itemJson(item))])]),
  };
}

function fileNode({ path, size, sha256 }: PayloadFile, file: ExportedFile | undefined): Node {
  return {
    '@id': inCrate(path),
    '@type': 'File',
    name: file?.name ?? inCrate(path),
    ...(file === undefined ? {} : { description: `${file.role} of its item`, dateCreated: file.createdAt }),
    encodingFormat: file?.mediaType ?? mediaTypeOf(path),
    contentSize: String(size),
    sha256,
  };
}

/** The act by which an item came in, made by a person with Holdfast. */
function takenAct(item: ExportedItem, { acts }: Gathered, actors: Actors): Node {
  const act = acts.get(item.journalEntry);
  const url = webAddress(item.sourceUrl);
  return {
    '@id': `#act-${item.journalEntry}`,
    '@type': 'CreateAction',
    name: `${item.method} of ${item.title}`,
    startTime: item.capturedAt,
    ...(act === undefined ? {} : { endTime: act.at, agent: { '@id': personId(actors.person(act.actor)) } }),
    instrument: { '@id': HOLDFAST },
    ...(url === null ? {} : { description: `from ${url}` }),
    result: { '@id': folderOf(item) },
  };
}

function madeAct(file: ExportedFile, item: ExportedItem, { acts }: Gathered, actors: Actors): Node[] {
  const parent = item.files.find(({ id }) => id === file.parentFileId);
  if (parent === undefined) return [];
  const tool = toolOf(file);
  const act = acts.get(file.addedEntry ?? item.journalEntry);
  return [
    {
      '@id': `#made-${file.id}`,
      '@type': 'CreateAction',
      name: `making of ${file.name}`,
      endTime: file.createdAt,
      ...(act === undefined ? {} : { agent: { '@id': personId(actors.person(act.actor)) } }),
      ...(tool === null
        ? {}
        : { instrument: { '@id': toolId(actors.tool(tool)) }, description: `parameters: ${JSON.stringify(file.toolParameters ?? {})}` }),
      object: { '@id': inCrate(parent.path) },
      result: { '@id': inCrate(file.path) },
    },
  ];
}
