/** Do the branches of merged copies hold: does each go on from an entry both share, is its chain whole, is it signed and sealed? */
import { findingWords, makeFinding } from '#shared/finding-words.ts';
import type { Finding } from '#shared/model/proof.ts';
import { TREE_HEAD_CONTEXT, type TreeHead, type WriterKeyRecord } from '#shared/model/seals.ts';
import type { CaseSnapshot } from './case-snapshot.ts';
import { checkLink, type Chain, type StoredEntry } from './check-chain.ts';
import { SealCheck } from './check-seals.ts';
import { SignatureCheck } from './check-signatures.ts';

export type BranchRow = { id: string; source: string; forkSeq: number; forkHash: string; headSeq: number; headHash: string };
type Raw = CaseSnapshot['raw'];

export async function checkBranches({ raw }: CaseSnapshot, signal: AbortSignal): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const branch of raw.prepare('SELECT * FROM branch ORDER BY receivedAt, id').all() as BranchRow[]) {
    signal.throwIfAborted();
    const blame = (problem: string) =>
      findings.push(makeFinding('branch-broken', branch.id, { facts: { source: branch.source, problem } }));
    for (const problem of branchProblems(raw, branch)) blame(problem);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return findings;
}

/** In words, once each; empty when it holds. */
function branchProblems(raw: Raw, branch: BranchRow): Set<string> {
  const problems = new Set<string>();
  const path = pathTo(raw, branch);
  if (path === null) problems.add('it does not go on from an entry of this journal');
  const signatures = new SignatureCheck(keysOf(raw, branch.id));
  const seals = new SealCheck(path === null ? [] : headsOf(raw, branch.id), signatures);
  for (const { seq, hash } of path ?? []) seals.add({ seq, hash });
  let chain: Chain = { seq: branch.forkSeq, hash: branch.forkHash, entries: 0, lastBroken: false };
  for (const entry of entriesOf(raw, branch.id)) {
    const step = checkLink(chain, entry);
    chain = step.chain;
    if (step.finding !== null) problems.add(findingWords(step.finding).title);
    else signatures.add(entry);
    if (path !== null) seals.add(entry);
  }
  if (chain.seq !== branch.headSeq || chain.hash !== branch.headHash) problems.add('it does not end with the entry it was merged with');
  for (const finding of [...signatures.end(), ...seals.end()]) if (finding.severity !== 'note') problems.add(findingWords(finding).title);
  return problems;
}

/** Hashes of all entries before the branch, oldest first: of the journal, and of branches between it and this one; null when they do not join. */
export function pathTo(raw: Raw, { forkSeq, forkHash }: Pick<BranchRow, 'forkSeq' | 'forkHash'>): { seq: number; hash: string }[] | null {
  const inJournal = raw.prepare('SELECT 1 FROM journal WHERE seq = ? AND hash = ?');
  const before = raw.prepare(
    `SELECT b.* FROM branch b JOIN branchEntry e ON e.branchId = b.id WHERE e.seq = ? AND e.hash = ? ORDER BY b.receivedAt, b.id`,
  );
  const parts: { seq: number; hash: string }[][] = [];
  let at = { forkSeq, forkHash };
  for (;;) {
    if (inJournal.get(at.forkSeq, at.forkHash) !== undefined) {
      parts.unshift(
        raw.prepare('SELECT seq, hash FROM journal WHERE seq <= ? ORDER BY seq').all(at.forkSeq) as { seq: number; hash: string }[],
      );
      return parts.flat();
    }
    const branch = before.get(at.forkSeq, at.forkHash) as BranchRow | undefined;
    // Each branch goes on from an earlier number, so this ends.
    if (branch === undefined || branch.forkSeq >= at.forkSeq) return null;
    parts.unshift(
      raw.prepare('SELECT seq, hash FROM branchEntry WHERE branchId = ? AND seq <= ? ORDER BY seq').all(branch.id, at.forkSeq) as {
        seq: number;
        hash: string;
      }[],
    );
    at = branch;
  }
}

export function entriesOf(raw: Raw, branchId: string): IterableIterator<StoredEntry> {
  return raw.prepare('SELECT * FROM branchEntry WHERE branchId = ? ORDER BY seq').iterate(branchId) as IterableIterator<StoredEntry>;
}

function keysOf(raw: Raw, branchId: string): WriterKeyRecord[] {
  return raw
    .prepare('SELECT keyId, publicKey, firstSeq FROM branchKey WHERE branchId = ? ORDER BY firstSeq')
    .all(branchId) as WriterKeyRecord[];
}

export function headsOf(raw: Raw, branchId: string): TreeHead[] {
  const { caseId } = (raw.prepare('SELECT caseId FROM caseRecord').get() ?? { caseId: '' }) as { caseId: string };
  const rows = raw
    .prepare('SELECT treeSize, rootHash, headHash, at, keyId, signature FROM branchSeal WHERE branchId = ? ORDER BY treeSize, id')
    .all(branchId) as Omit<TreeHead, 'type' | 'caseId'>[];
  return rows.map((row) => ({ type: TREE_HEAD_CONTEXT, caseId, ...row }));
}
