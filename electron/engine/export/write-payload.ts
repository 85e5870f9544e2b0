import type { Json } from '#shared/model/primitives.ts';
import type { BlobStore } from '../store/blob-store.ts';
import { annotationCollection, toAnnotation } from './annotation.ts';
import { linkAnnotation, linkCollection } from './link-annotation.ts';
import type { BagWriter } from './bag-writer.ts';
import { claimsCsv, evidenceCsv, incidentsCsv, partiesCsv } from './claim-tables.ts';
import type { Gathered } from './gather-case.ts';
import { jsonSchemas } from './json-schemas.ts';

/** Everything under data/ but the report, in a fixed order. `journal` gives the lines of the journal as it stood when the case was read. */
export async function writePayload(bag: BagWriter, store: BlobStore, gathered: Gathered, journal: AsyncIterable<string>): Promise<void> {
  const { record, items, passages, claims, incidents, parties, evidence, versions, carries, absences, passageLinks, tags } = gathered;
  await bag.addText('data/case.json', pretty(record));
  const written = new Set<string>();
  for (const item of items.values()) {
    for (const file of item.files) {
      if (!written.has(file.path)) await bag.addBlob(file.path, store, file);
      written.add(file.path);
    }
    await bag.addText(`data/items/${item.id}/item.json`, pretty(item));
  }
  const annotations = [...passages.values()].flatMap((passage) => {
    const item = items.get(passage.itemId);
    return item === undefined ? [] : [toAnnotation(passage, item)];
  });
  await bag.addText('data/annotations/passages.jsonld', pretty(annotationCollection(record.caseId, annotations)));
  const links = passageLinks.map(linkAnnotation);
  await bag.addText('data/annotations/links.jsonld', pretty(linkCollection(record.caseId, links)));
  await bag.addText('data/annotations/tags.json', pretty(tags));
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
  await bag.addText('data/versions/versions.json', pretty(versions));
  await bag.addText('data/versions/carried-passages.json', pretty(carries));
  await bag.addText('data/versions/absences.json', pretty(absences));
  for (const [name, schema] of jsonSchemas()) await bag.addText(`data/schema/${name}`, schema);
  await bag.addLines('data/journal/journal.jsonl', journal);
}

function pretty(value: Json | object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
