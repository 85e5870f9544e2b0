/** What a case file of chosen things holds besides: proofs, placeholders of what was held back, and redacted copies. */
import type { ExportSelection } from '#shared/model/selection.ts';
import type { CaseContext } from '../../context.ts';
import type { BlobStore } from '../../store/blob-store.ts';
import type { CaseSnapshot } from '../../verify/case-snapshot.ts';
import type { BagWriter } from '../bag-writer.ts';
import type { Gathered } from '../gather-case.ts';
import { discloseJournal, type DisclosedJournal } from './disclosed-journal.ts';
import { leakWatch, type FileWatch } from './leak-watch.ts';
import { narrow, type Narrowed } from './narrow.ts';
import { redactedCopies, type RedactedCopies } from './redacted-copies.ts';

export type CasePart = {
  narrowed: Narrowed;
  journal: DisclosedJournal;
  copies: RedactedCopies;
  watch: ((path: string) => FileWatch) | null;
};

/** `ctx.read` is the view of `snapshot`. Throws what `narrow` and `discloseJournal` throw. */
export async function partOf(ctx: CaseContext, snapshot: CaseSnapshot, all: Gathered, selection: ExportSelection): Promise<CasePart> {
  const narrowed = narrow(all, selection);
  const copies = await redactedCopies(ctx, all, narrowed.redactedItems);
  const watch = leakWatch(copies.phrases, selection.singleWords);
  return { narrowed, copies, watch, journal: discloseJournal(snapshot, narrowed, copies.files) };
}

export async function writePart(bag: BagWriter, store: BlobStore, { journal, copies }: CasePart, signal: AbortSignal): Promise<void> {
  for (const copy of copies.files) await bag.addBlob(copy.path, store, copy);
  if (copies.log.length > 0) await bag.addText('data/redacted/redactions.json', `${JSON.stringify(copies.log, null, 2)}\n`);
  await bag.addText('data/journal/withheld.json', `${JSON.stringify(journal.withheld, null, 2)}\n`);
  await bag.addLines('data/journal/proofs.jsonl', journal.proofs(signal));
}
