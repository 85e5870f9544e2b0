/** Do crate and provenance describe what is there? They are for readers who know these standards and not Holdfast. Called where the rest holds. */
import { z } from 'zod';
import type { ExportedFile } from '#shared/model/case-file.ts';
import type { Json } from '#shared/model/primitives.ts';
import { RO_CRATE } from '../export/describe/ro-crate.ts';
import { differences } from '../verify/differences.ts';
import type { KnownItem } from './check-items.ts';
import { disagree, readJson, type ContentWork } from './content-check.ts';
import type { Shape } from './journal-told.ts';

const PROV = 'data/provenance/prov.jsonld';
const graph = z.object({ '@graph': z.array(z.looseObject({ '@id': z.string() })) });

export async function checkDescriptions(work: ContentWork, items: ReadonlyMap<string, KnownItem>): Promise<void> {
  await checkProvenance(work, items);
  await checkCrate(work);
}

/** Every file of every item stands in the provenance as its item says, with what made it; and none besides. */
async function checkProvenance(work: ContentWork, items: ReadonlyMap<string, KnownItem>): Promise<void> {
  const document = await readJson(work, PROV, graph);
  if (document === null) return;
  const nodes = new Map<string, Shape>(document['@graph'].map((node) => [node['@id'], node as Shape]));
  const files = new Map<string, { file: ExportedFile; item: KnownItem }>(
    [...items.values()].flatMap((item) => item.files.map((file) => [`urn:uuid:${file.id}`, { file, item }])),
  );
  for (const [id, { file, item }] of files) {
    const node = nodes.get(id);
    if (node === undefined) disagree(work, PROV, `it does not tell of the file ${file.name} of item ${item.id}`);
    else if (differences(saidOf(file), heardOf(node, nodes)).length > 0)
      disagree(work, PROV, `what it tells of the file ${file.name} of item ${item.id} is not what the item says`);
  }
  for (const [id, node] of nodes)
    if (node['item'] !== undefined && node['path'] !== undefined && !files.has(id))
      disagree(work, PROV, `it tells of a file ${id} that no item has`);
}

function saidOf(file: ExportedFile): Shape {
  const { path, sha256, role, mediaType, parentFileId, tool, toolVersion, toolParameters } = file;
  const made = tool !== null && tool !== 'person' && (parentFileId !== null || file.addedEntry !== null);
  return {
    path,
    sha256,
    role,
    mediaType,
    from: parentFileId === null ? [] : [`urn:uuid:${parentFileId}`],
    tool: made ? { tool, toolVersion: toolVersion ?? '', parameters: toolParameters ?? {} } : null,
  };
}

function heardOf({ path, sha256, role, mediaType, wasDerivedFrom, wasGeneratedBy }: Shape, nodes: ReadonlyMap<string, Shape>): Shape {
  const { tool, toolVersion, parameters } = nodes.get(String(wasGeneratedBy)) ?? {};
  const heard = { path, sha256, role, mediaType, from: wasDerivedFrom ?? [] } as Shape;
  return { ...heard, tool: tool === undefined ? null : { tool, toolVersion: toolVersion ?? null, parameters: parameters ?? null } };
}

/** Every file of the payload stands in the crate with its hash and size; and none besides. */
async function checkCrate(work: ContentWork): Promise<void> {
  const crate = await readJson(work, RO_CRATE, graph);
  if (crate === null) return;
  const described = new Map(
    crate['@graph'].filter((node) => node['@type'] === 'File').map((node) => [`data/${node['@id']}`, node as Shape]),
  );
  for (const [path, { size }] of work.source.files) {
    if (!path.startsWith('data/') || path === RO_CRATE) continue;
    const node = described.get(path);
    const said: Json = { sha256: work.bag.sha256.get(path) ?? '', contentSize: String(size) };
    if (node === undefined) disagree(work, RO_CRATE, `it does not describe ${path}`);
    else if (differences(said, { sha256: node['sha256'] ?? null, contentSize: node['contentSize'] ?? null }).length > 0)
      disagree(work, RO_CRATE, `what it says of ${path} does not fit that file`);
  }
  for (const path of described.keys())
    if (!work.source.files.has(path)) disagree(work, RO_CRATE, `it describes ${path}, which is not there`);
  const root = crate['@graph'].find((node) => node['@id'] === './') as Shape | undefined;
  if (root?.['identifier'] !== `urn:uuid:${work.told.caseCreated?.['caseId'] as string}`)
    disagree(work, RO_CRATE, 'it describes another case');
}
