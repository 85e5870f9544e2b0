/** Copies that were merged go into the case file as they came: their own entries after the fork, with keys, seals and timestamps. */
import type { ExportedBranch } from '#shared/model/case-file.ts';
import { entryLine } from '../journal/entry-hash.ts';
import { toEntry } from '../journal/list-entries.ts';
import { entriesOf, headsOf, type BranchRow } from '../verify/check-branches.ts';
import type { CaseSnapshot } from '../verify/case-snapshot.ts';
import type { BagWriter } from './bag-writer.ts';

const FOLDER = 'data/journal/branches';

/** `ID.json` with where it parted, and `ID.jsonl` with its entries. Nothing for a case that was never merged. */
export async function writeBranches(bag: BagWriter, { raw }: CaseSnapshot, signal: AbortSignal): Promise<void> {
  const branches = raw.prepare('SELECT * FROM branch ORDER BY receivedAt, id').all() as (BranchRow & { receivedAt: string })[];
  for (const branch of branches) {
    signal.throwIfAborted();
    const said: ExportedBranch = { ...branch, keys: keysOf(raw, branch.id), seals: sealsOf(raw, branch.id) };
    await bag.addText(`${FOLDER}/${branch.id}.json`, `${JSON.stringify(said, null, 2)}\n`);
    await bag.addLines(`${FOLDER}/${branch.id}.jsonl`, lines(raw, branch.id));
  }
}

async function* lines(raw: CaseSnapshot['raw'], branchId: string): AsyncGenerator<string> {
  for (const row of [...entriesOf(raw, branchId)]) yield `${entryLine(toEntry(row))}\n`;
}

function keysOf(raw: CaseSnapshot['raw'], branchId: string): ExportedBranch['keys'] {
  return raw
    .prepare('SELECT keyId, publicKey, firstSeq FROM branchKey WHERE branchId = ? ORDER BY firstSeq, keyId')
    .all(branchId) as ExportedBranch['keys'];
}

type Token = { id: string; sealId: string; authority: string; reply: Buffer; chain: string | null };

function sealsOf(raw: CaseSnapshot['raw'], branchId: string): ExportedBranch['seals'] {
  const rows = raw.prepare('SELECT id, reason FROM branchSeal WHERE branchId = ? ORDER BY treeSize, id').all(branchId) as {
    id: string;
    reason: ExportedBranch['seals'][number]['reason'];
  }[];
  const heads = headsOf(raw, branchId);
  const tokens = raw.prepare('SELECT * FROM branchToken WHERE branchId = ? ORDER BY id').all(branchId) as Token[];
  return rows.flatMap(({ id, reason }, index) => {
    const head = heads[index];
    if (head === undefined) return [];
    const own = tokens.filter(({ sealId }) => sealId === id);
    return [
      {
        id,
        reason,
        head,
        tokens: own.map(({ id: token, authority, reply, chain }) => ({ id: token, authority, reply: reply.toString('base64'), chain })),
      },
    ];
  });
}
