/** What a case file of chosen things holds besides: proofs, placeholders of what was held back, and redacted copies. */
import type { ExportedFile } from '#shared/model/case-file.ts';
import type { ExportSelection } from '#shared/model/selection.ts';
import type { BlobStore } from '../../store/blob-store.ts';
import type { CaseSnapshot } from '../../verify/case-snapshot.ts';
import type { BagWriter } from '../bag-writer.ts';
import type { Gathered } from '../gather-case.ts';
import { discloseJournal, type DisclosedJournal } from './disclosed-journal.ts';
import { narrow, type Narrowed } from './narrow.ts';

export type CasePart = { narrowed: Narrowed; journal: DisclosedJournal; copies: ExportedFile[] };

export function partOf(snapshot: CaseSnapshot, all: Gathered, selection: ExportSelection): CasePart {
  const narrowed = narrow(all, selection);
  const copies = [...narrowed.redactedItems].flatMap(([itemId, fileId]) => {
    const file = all.items.get(itemId)?.files.find(({ id }) => id === fileId);
    return file === undefined ? [] : [{ ...file, path: `data/redacted/${itemId}/${file.path.split('/').at(-1) ?? ''}` }];
  });
  const places = new Map(copies.map(({ itemId, path }) => [itemId, path]));
  return { narrowed, copies, journal: discloseJournal(snapshot, narrowed, places) };
}

export async function writePart(bag: BagWriter, store: BlobStore, { journal, copies }: CasePart, signal: AbortSignal): Promise<void> {
  for (const copy of copies) await bag.addBlob(copy.path, store, copy);
  await bag.addText('data/journal/withheld.json', `${JSON.stringify(journal.withheld, null, 2)}\n`);
  await bag.addLines('data/journal/proofs.jsonl', journal.proofs(signal));
}
