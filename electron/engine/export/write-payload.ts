import type { Json } from '#shared/model/primitives.ts';
import type { SealFile } from '../seal/seal-files.ts';
import type { BlobStore } from '../store/blob-store.ts';
import { annotationCollection, toAnnotation } from './annotation.ts';
import { linkAnnotation, linkCollection } from './link-annotation.ts';
import type { BagWriter } from './bag-writer.ts';
import { claimsCsv, evidenceCsv, incidentsCsv, partiesCsv } from './claim-tables.ts';
import { provDocument } from './describe/prov-document.ts';
import { RO_CRATE, roCrate } from './describe/ro-crate.ts';
import type { Gathered } from './gather-case.ts';
import { jsonSchemas } from './json-schemas.ts';

export type Payload = {
  store: BlobStore;
  gathered: Gathered;
  /** The journal as it stood when the case was read: its lines, and its keys, seals and proofs as files. */
  journal: { lines: AsyncIterable<string>; seals: AsyncIterable<SealFile> };
};

/** Everything under data/ but the report and the description of all of it, in a fixed order. */
export async function writePayload(bag: BagWriter, { store, gathered, journal }: Payload): Promise<void> {
  await bag.addText('data/case.json', pretty(gathered.record));
  await writeItems(bag, store, gathered);
  await writeAnnotations(bag, gathered);
  await writeClaims(bag, gathered);
  await bag.addText('data/versions/versions.json', pretty(gathered.versions));
  await bag.addText('data/versions/carried-passages.json', pretty(gathered.carries));
  await bag.addText('data/versions/absences.json', pretty(gathered.absences));
  for (const [name, schema] of jsonSchemas()) await bag.addText(`data/schema/${name}`, schema);
  await bag.addLines('data/journal/journal.jsonl', journal.lines);
  for await (const { path, bytes } of journal.seals) await bag.addBytes(path, bytes, true);
  await bag.addText('data/provenance/prov.jsonld', pretty(provDocument(gathered)));
}

/** What describes every file of the payload comes last. `version` is that of the program that writes. */
export async function writeCrate(bag: BagWriter, gathered: Gathered, version: string): Promise<void> {
  await bag.addText(RO_CRATE, pretty(roCrate(gathered, bag.payload, version)));
}

async function writeItems(bag: BagWriter, store: BlobStore, { items }: Gathered): Promise<void> {
  const written = new Set<string>();
  for (const item of items.values()) {
    for (const file of item.files) {
      if (!written.has(file.path)) await bag.addBlob(file.path, store, file);
      written.add(file.path);
    }
    await bag.addText(`data/items/${item.id}/item.json`, pretty(item));
  }
}

async function writeAnnotations(bag: BagWriter, { record, items, passages, passageLinks, tags }: Gathered): Promise<void> {
  const annotations = [...passages.values()].flatMap((passage) => {
    const item = items.get(passage.itemId);
    return item === undefined ? [] : [toAnnotation(passage, item)];
  });
  await bag.addText('data/annotations/passages.jsonld', pretty(annotationCollection(record.caseId, annotations)));
  const links = passageLinks.map(linkAnnotation);
  await bag.addText('data/annotations/links.jsonld', pretty(linkCollection(record.caseId, links)));
  await bag.addText('data/annotations/tags.json', pretty(tags));
}

async function writeClaims(bag: BagWriter, gathered: Gathered): Promise<void> {
  const { items, passages, claims, incidents, parties, evidence } = gathered;
  await bag.addText('data/claims/claims.json', pretty(claims));
  await bag.addText('data/claims/claims.csv', claimsCsv(claims, gathered));
  await bag.addText('data/claims/incidents.json', pretty(incidents));
  await bag.addText('data/claims/incidents.csv', incidentsCsv(incidents));
  await bag.addText('data/claims/parties.json', pretty(parties));
  await bag.addText('data/claims/parties.csv', partiesCsv(parties));
  await bag.addText('data/claims/evidence.json', pretty(evidence));
  await bag.addText('data/claims/evidence.csv', evidenceCsv(evidence, passages, items));
  for (const name of ['relations', 'merges', 'grades', 'settlements', 'vocabulary'] as const)
    await bag.addText(`data/claims/${name}.json`, pretty(gathered[name]));
}

function pretty(value: Json | object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
