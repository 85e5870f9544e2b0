/** Fills an empty case with everything a case file holds: entries as they were signed, rows as they follow from them, bytes by their hashes. */
import { canonicalJson } from '#shared/canonical-json.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { JournalEntry } from '#shared/model/journal.ts';
import type { CaseFileSource } from '../casefile/case-file-source.ts';
import type { CaseContext } from '../context.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import { appendLeaf, emptyFrontier, writeFrontier } from '../merkle/frontier.ts';
import { entryLeaf } from '../merkle/tree-hash.ts';
import { applyEntry } from '../rebuild/apply-entry.ts';
import type { KeptText } from '../rebuild/apply-item.ts';
import { indexEverything } from '../rebuild/index-things.ts';
import { RawRows } from '../rebuild/raw-rows.ts';
import { checkLink, emptyChain } from '../verify/check-chain.ts';
import { bagBytes, bagEntries, indexBag, openBagFile, type BagIndex } from './bag-reader.ts';
import { fillBranches } from './fill-branches.ts';

export type Filled = {
  head: { seq: number; hash: string };
  /** SHA-256 of bytes that the journal knows and the case file does not hold: what had been removed when it was made. */
  absent: string[];
};

/** Everything of the case file, in one transaction once the bytes are in. */
export async function fillCase(ctx: CaseContext, source: CaseFileSource, job: JobHandle): Promise<Filled> {
  const index = await indexBag(source, job.signal);
  await keepBytes(ctx, source, index, job);
  const entries: JournalEntry[] = [];
  for await (const entry of bagEntries(source, job.signal)) entries.push(entry);
  const tokens = new Map<string, Buffer>();
  for (const [id, path] of index.tokens) {
    const reply = await bagBytes(source, path);
    if (reply !== null) tokens.set(id, reply);
  }
  const texts = await readTexts(ctx, index, job.signal);
  if (ctx.writer === null) throw new HoldfastError('case-read-only', { folder: ctx.folder, reason: ctx.readOnlyReason });
  const { raw } = ctx.writer;
  const head = await ctx.writer.queries.transaction().execute(async (trx) => {
    const filled = writeEntries(new RawRows(raw), entries, index, { texts, tokens });
    await fillBranches(new RawRows(raw), source, job.signal);
    await indexEverything(trx);
    return filled;
  });
  await ctx.store.arrived([...index.files.keys()]);
  const known = raw.prepare('SELECT sha256 FROM blob ORDER BY sha256').pluck().all() as string[];
  return { head, absent: known.filter((sha256) => !index.files.has(sha256)) };
}

async function keepBytes(ctx: CaseContext, source: CaseFileSource, { files }: BagIndex, { signal, progress }: JobHandle): Promise<void> {
  let done = 0;
  progress({ done, total: [...files.values()].reduce((sum, { size }) => sum + size, 0) });
  const onBytes = (bytes: number) => progress({ done: (done += bytes) });
  for (const [sha256, { path }] of files) {
    const kept = await ctx.store.keep(await openBagFile(source, path), { signal, onBytes });
    if (kept.sha256 !== sha256) throw new HoldfastError('blob-altered', { sha256, path });
  }
}

async function readTexts(ctx: CaseContext, { texts }: BagIndex, signal: AbortSignal): Promise<Map<string, KeptText>> {
  const found = new Map<string, KeptText>();
  for (const [fileId, { sha256, map }] of texts) {
    signal.throwIfAborted();
    const chunks: Buffer[] = [];
    for await (const chunk of ctx.store.read(sha256)) chunks.push(chunk as Buffer);
    found.set(fileId, { text: Buffer.concat(chunks).toString('utf8'), map });
  }
  return found;
}

type Given = { texts: ReadonlyMap<string, KeptText>; tokens: ReadonlyMap<string, Buffer> };

function writeEntries(rows: RawRows, entries: readonly JournalEntry[], { keys }: BagIndex, { texts, tokens }: Given): Filled['head'] {
  for (const key of keys) rows.insert('writerKey', key);
  const frontier = emptyFrontier();
  const sources = {
    textOf: (fileId: string) => texts.get(fileId) ?? null,
    frontier: () => writeFrontier(frontier),
    tokenOf: (id: string) => tokens.get(id) ?? null,
  };
  let chain = emptyChain;
  for (const entry of entries) {
    const payload = canonicalJson(entry.payload);
    const step = checkLink(chain, { ...entry, payload });
    if (step.finding !== null)
      throw new HoldfastError('casefile-invalid', { path: 'journal.jsonl', problem: `entry ${entry.seq} does not fit its hash` });
    chain = step.chain;
    rows.insert('journal', { ...entry, payload });
    applyEntry(rows, entry, sources);
    appendLeaf(frontier, entryLeaf(entry.hash));
  }
  return { seq: chain.seq, hash: chain.hash };
}
