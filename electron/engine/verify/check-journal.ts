import { makeFinding } from '#shared/finding-words.ts';
import type { Finding } from '#shared/model/proof.ts';
import type { CaseSnapshot } from './case-snapshot.ts';
import type { TreeHead, WriterKeyRecord } from '#shared/model/seals.ts';
import { toSeal, type SealRow } from '../seal/read-seals.ts';
import { checkLink, emptyChain, type StoredEntry } from './check-chain.ts';
import { ClockCheck } from './check-clock.ts';
import { SealCheck } from './check-seals.ts';
import { SignatureCheck } from './check-signatures.ts';

export type JournalCheck = {
  findings: Finding[];
  entries: number;
  seals: number;
  head: { seq: number; hash: string };
  /** Numbers of entries whose content cannot be relied on. */
  broken: Set<number>;
  /** How many entries are gone or unreadable: so many things may lack one without that being a finding of its own. */
  excused: number;
};

const ENTRIES = 'SELECT seq AS "cursor", * FROM journal WHERE seq > ? ORDER BY seq LIMIT ?';

/** Recomputes the hash chain from the first entry. */
export async function checkJournal(snapshot: CaseSnapshot, signal: AbortSignal): Promise<JournalCheck> {
  const check: JournalCheck = { findings: [], entries: 0, seals: 0, head: { seq: 0, hash: '' }, broken: new Set(), excused: 0 };
  const signatures = new SignatureCheck(
    snapshot.raw.prepare('SELECT keyId, publicKey FROM writerKey ORDER BY firstSeq').all() as WriterKeyRecord[],
  );
  const seals = new SealCheck(sealHeads(snapshot), signatures);
  const clock = new ClockCheck();
  let chain = emptyChain;
  for await (const entry of snapshot.rows<StoredEntry>(ENTRIES, signal)) {
    const step = checkLink(chain, entry);
    chain = step.chain;
    // An entry that does not fit its hash is named for that.
    if (step.finding?.code !== 'journal-broken') signatures.add(entry);
    seals.add(entry);
    if (step.finding?.code !== 'journal-broken') clock.add(entry);
    if (step.finding === null) continue;
    check.findings.push(step.finding);
    if (step.finding.code === 'journal-broken') check.broken.add(entry.seq);
    const { from, to } = step.finding.facts;
    check.excused += typeof from === 'number' && typeof to === 'number' ? to - from + 1 : 1;
  }
  if (chain.entries === 0) check.findings.push(makeFinding('journal-empty', 'journal'));
  check.findings.push(...signatures.end(), ...seals.end(), ...clock.findings);
  return { ...check, entries: chain.entries, seals: seals.seals, head: { seq: chain.seq, hash: chain.hash } };
}

function sealHeads(snapshot: CaseSnapshot): TreeHead[] {
  const { caseId } = (snapshot.raw.prepare('SELECT caseId FROM caseRecord').get() ?? { caseId: '' }) as { caseId: string };
  const rows = snapshot.raw.prepare('SELECT * FROM seal ORDER BY treeSize').all() as SealRow[];
  return rows.map((row) => toSeal(row, caseId).head);
}
