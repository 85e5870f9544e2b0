/** How each file came to be, as W3C PROV-O (2013-04-30) in JSON-LD 1.1. Its context stands in it: nothing need be fetched to read it. Pure. */
import type { ExportedFile, ExportedItem } from '#shared/model/case-file.ts';
import type { Json } from '#shared/model/primitives.ts';
import type { Gathered } from '../gather-case.ts';
import { Actors, toolOf, type Tool } from './actors.ts';

type Node = { [key: string]: Json };

const reference = (term: string): Json => ({ '@id': term, '@type': '@id' });
const time = (term: string): Json => ({ '@id': term, '@type': 'xsd:dateTime' });

export const PROV_CONTEXT: Json = {
  '@version': 1.1,
  prov: 'http://www.w3.org/ns/prov#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  holdfast: 'urn:holdfast:',
  label: 'rdfs:label',
  wasDerivedFrom: reference('prov:wasDerivedFrom'),
  wasGeneratedBy: reference('prov:wasGeneratedBy'),
  wasAssociatedWith: reference('prov:wasAssociatedWith'),
  actedOnBehalfOf: reference('prov:actedOnBehalfOf'),
  hadPrimarySource: reference('prov:hadPrimarySource'),
  specializationOf: reference('prov:specializationOf'),
  used: reference('prov:used'),
  startedAtTime: time('prov:startedAtTime'),
  endedAtTime: time('prov:endedAtTime'),
  generatedAtTime: time('prov:generatedAtTime'),
  path: 'holdfast:path',
  sha256: 'holdfast:sha256',
  mediaType: 'holdfast:mediaType',
  role: 'holdfast:role',
  item: reference('holdfast:item'),
  journalEntry: 'holdfast:journalEntry',
  tool: 'holdfast:tool',
  toolVersion: 'holdfast:toolVersion',
  parameters: { '@id': 'holdfast:parameters', '@type': '@json' },
};

const fileId = ({ id }: Pick<ExportedFile, 'id'>) => `urn:uuid:${id}`;
/** Named by hash, as RFC 6920 section 7 does it for people. */
export const bytesId = (sha256: string) => `nih:sha-256;${sha256}`;
const personId = (number: number) => `urn:holdfast:person:${number}`;
const toolId = (number: number) => `urn:holdfast:tool:${number}`;

/** data/provenance/prov.jsonld: bytes, files, what made them, who acted. */
export function provDocument({ items, acts }: Pick<Gathered, 'items' | 'acts'>): Json {
  const actors = new Actors();
  const bytes = new Map<string, Node>();
  const sources = new Set<string>();
  const told: Node[] = [];
  for (const item of items.values()) {
    const source = webAddress(item.sourceUrl);
    if (source !== null) sources.add(source);
    const taken = takenActivity(item, { acts, actors, source });
    told.push(taken);
    for (const file of item.files) {
      bytes.set(file.sha256, bytesEntity(file));
      told.push(...fileNodes(file, item, { acts, actors, source, taken: String(taken['@id']) }));
    }
  }
  const people = actors.people.map((label, at): Node => ({ '@id': personId(at + 1), '@type': ['prov:Agent', 'prov:Person'], label }));
  const tools = actors.tools.map(({ name, version }, at): Node => ({
    '@id': toolId(at + 1),
    '@type': ['prov:Agent', 'prov:SoftwareAgent'],
    label: `${name} ${version}`.trim(),
    tool: name,
    toolVersion: version,
  }));
  const pages = [...sources].map((url): Node => ({ '@id': url, '@type': 'prov:Entity', label: url }));
  return { '@context': PROV_CONTEXT, '@graph': [...people, ...tools, ...pages, ...bytes.values(), ...told] };
}

type Known = { acts: Gathered['acts']; actors: Actors; source: string | null };

/** The capture or import by which an item came in. Its start is known of captures alone. */
function takenActivity(item: ExportedItem, { acts, actors, source }: Known): Node {
  const act = acts.get(item.journalEntry);
  return {
    '@id': `urn:uuid:${item.id}#taken`,
    '@type': ['prov:Activity', item.method === 'capture' ? 'holdfast:Capture' : 'holdfast:Import'],
    label: `${item.method} of ${item.title}`,
    item: `urn:uuid:${item.id}`,
    journalEntry: item.journalEntry,
    startedAtTime: item.capturedAt,
    endedAtTime: later(item.capturedAt, act?.at),
    ...(source === null ? {} : { used: [source] }),
    wasAssociatedWith: act === undefined ? [] : [personId(actors.person(act.actor))],
  };
}

function bytesEntity({ sha256, path }: ExportedFile): Node {
  return { '@id': bytesId(sha256), '@type': 'prov:Entity', label: `the bytes of ${path}`, sha256, path };
}

/** A file of an item, and the activity that made it where it was not received with the item. */
function fileNodes(file: ExportedFile, item: ExportedItem, known: Known & { taken: string }): Node[] {
  const received = file.parentFileId === null && file.addedEntry === null;
  const made = received ? known.taken : `${fileId(file)}#made`;
  const entity: Node = {
    '@id': fileId(file),
    '@type': 'prov:Entity',
    label: file.name,
    item: `urn:uuid:${item.id}`,
    role: file.role,
    path: file.path,
    sha256: file.sha256,
    mediaType: file.mediaType,
    specializationOf: bytesId(file.sha256),
    generatedAtTime: file.createdAt,
    wasGeneratedBy: made,
    ...(received && known.source !== null ? { hadPrimarySource: known.source } : {}),
    ...(file.parentFileId === null ? {} : { wasDerivedFrom: [`urn:uuid:${file.parentFileId}`] }),
  };
  return received ? [entity] : [makingActivity(file, item, known), entity];
}

function makingActivity(file: ExportedFile, item: ExportedItem, { acts, actors }: Known): Node {
  const act = acts.get(file.addedEntry ?? item.journalEntry);
  const tool = toolOf(file);
  return {
    '@id': `${fileId(file)}#made`,
    '@type': ['prov:Activity', file.parentFileId === null ? 'holdfast:Receipt' : 'holdfast:Derivation'],
    label: `${file.parentFileId === null ? 'receipt' : 'making'} of ${file.name}`,
    journalEntry: file.addedEntry ?? item.journalEntry,
    endedAtTime: file.createdAt,
    ...(file.parentFileId === null ? {} : { used: [`urn:uuid:${file.parentFileId}`] }),
    wasAssociatedWith: [
      ...(tool === null ? [] : [toolId(actors.tool(tool))]),
      ...(act === undefined ? [] : [personId(actors.person(act.actor))]),
    ],
    ...toolFields(tool, file),
  };
}

function toolFields(tool: Tool | null, { toolParameters }: ExportedFile): Node {
  return tool === null ? {} : { tool: tool.name, toolVersion: tool.version, parameters: toolParameters ?? {} };
}

/** An activity does not end before it starts, even where a clock was set back between the two. */
function later(one: string, other: string | undefined): string {
  return other !== undefined && other > one ? other : one;
}

/** Only an address of the web names something outside; what else stands there may be a path or a word. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}
