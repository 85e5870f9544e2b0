/** Branches in a case file: as the journal says they were merged, their chains whole, their entries and seals signed. */
import { canonicalJson } from '#shared/canonical-json.ts';
import { findingWords } from '#shared/finding-words.ts';
import { exportedBranch, type ExportedBranch } from '#shared/model/case-file.ts';
import { journalEntry } from '#shared/model/journal.ts';
import type { Json } from '#shared/model/primitives.ts';
import { TREE_HEAD_CONTEXT } from '#shared/model/seals.ts';
import { checkLink, type Chain } from '../verify/check-chain.ts';
import { differences } from '../verify/differences.ts';
import { SignatureCheck } from '../verify/check-signatures.ts';
import { disagree, readJson, type ContentWork } from './content-check.ts';
import { readLines } from './read-file.ts';

const BRANCH = /^data\/journal\/branches\/([0-9a-f-]{36})\.json$/;

/** Answers the files it explains. Seals of branches are checked for their signatures; `verify` of the case checks their trees. */
export async function checkCarriedBranches(work: ContentWork): Promise<string[]> {
  const explained: string[] = [];
  const present = new Set<string>();
  for (const path of work.source.files.keys()) {
    const id = BRANCH.exec(path)?.[1];
    if (id === undefined) continue;
    present.add(id);
    const entries = path.replace(/json$/, 'jsonl');
    explained.push(path, entries);
    const branch = await readJson(work, path, exportedBranch.strict());
    if (branch === null) continue;
    const { keys: _keys, seals: _seals, ...said } = branch;
    const told = work.told.branches.get(id);
    if (told === undefined ? work.told.whole : differences(told, said).length > 0)
      disagree(work, path, 'the journal does not tell of this branch, or tells otherwise');
    if (!work.bag.bad.has(entries)) await checkEntries(work, entries, branch);
  }
  if (work.told.whole && !work.told.partial)
    for (const id of work.told.branches.keys())
      if (!present.has(id)) disagree(work, `data/journal/branches/${id}.json`, 'the journal tells of this branch, and it is not there');
  return explained;
}

async function checkEntries(work: ContentWork, path: string, branch: ExportedBranch): Promise<void> {
  const signatures = new SignatureCheck(branch.keys);
  let chain: Chain = { seq: branch.forkSeq, hash: branch.forkHash, entries: 0, lastBroken: false };
  for await (const line of readLines(work.source, path, work.signal)) {
    const entry = parseLine(line);
    if (entry === null) return disagree(work, path, 'a line of it is not an entry in canonical JSON');
    const step = checkLink(chain, { ...entry, payload: canonicalJson(entry.payload) });
    if (step.finding !== null) return disagree(work, path, findingWords(step.finding).title);
    chain = step.chain;
    signatures.add(entry);
  }
  if (chain.seq !== branch.headSeq || chain.hash !== branch.headHash)
    disagree(work, path, 'it does not end with the entry it was merged with');
  for (const finding of signatures.end()) if (finding.severity !== 'note') disagree(work, path, findingWords(finding).title);
  for (const { head } of branch.seals) {
    const { signature, ...said } = head;
    if (signatures.keyOf(head.keyId)?.proves(TREE_HEAD_CONTEXT, canonicalJson(said), signature) !== true)
      disagree(work, path, `its seal over ${head.treeSize} entries is not signed as it says`);
  }
}

function parseLine(line: string) {
  try {
    const value = JSON.parse(line) as Json;
    const parsed = journalEntry.safeParse(value);
    return parsed.success && canonicalJson(value) === line ? parsed.data : null;
  } catch {
    return null;
  }
}
