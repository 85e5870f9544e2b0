/** Does what the bag says hang together: journal, items, passages, claims and the counts? */
import { exportedCase } from '#shared/model/case-file.ts';
import type { Finding } from '#shared/model/proof.ts';
import { differences } from '../verify/differences.ts';
import type { BagCheck } from './check-bag.ts';
import { checkAnnotations } from './check-annotations.ts';
import { checkCarriedBranches } from './check-carried-branches.ts';
import { checkClaimRecords } from './check-claim-records.ts';
import { checkClaims } from './check-claims.ts';
import { checkItems } from './check-items.ts';
import type { CaseFileSource } from './case-file-source.ts';
import { checkPassageLinks } from './check-passage-links.ts';
import { checkVersions } from './check-versions.ts';
import { disagree, readJson, type ContentWork } from './content-check.ts';
import { JOURNAL, readJournal } from './journal-told.ts';
import { reportFiles } from './report-files.ts';

export type ContentCheck = { findings: Finding[]; journalEntries: number; passages: number; claims: number };

export async function checkContent(source: CaseFileSource, bag: BagCheck, signal: AbortSignal): Promise<ContentCheck> {
  // A journal whose bytes were changed is told so; nothing can be measured against it.
  if (bag.bad.has(JOURNAL)) return { findings: [], journalEntries: 0, passages: 0, claims: 0 };
  const { told, findings } = await readJournal(source, signal);
  const work: ContentWork = { source, bag, told, findings, signal };
  if (told.entries === 0) return { findings, journalEntries: 0, passages: 0, claims: 0 };
  const { items, explained, present } = await checkItems(work);
  const passages = await checkAnnotations(work, items);
  const counted = await checkClaims(work);
  await checkClaimRecords(work);
  await checkVersions(work);
  await checkPassageLinks(work);
  const branches = await checkCarriedBranches(work);
  await checkCase(work, { items: present.size, passages, ...counted });
  checkUnexplained(work, new Set([...explained, ...branches, ...(await reportFiles(work))]));
  return { findings, journalEntries: told.entries, passages, claims: counted.claims };
}

async function checkCase(work: ContentWork, counts: Record<string, number>): Promise<void> {
  const path = 'data/case.json';
  const { told, bag } = work;
  const record = await readJson(work, path, exportedCase.strict());
  if (record === null) return;
  const { counts: stated, journal, ...said } = record;
  if (told.caseCreated !== null && differences(said, told.caseCreated).length > 0)
    disagree(work, path, 'the case is not the one the journal began with');
  if (!told.partial && (journal.entries !== told.entries || journal.head !== told.head)) {
    if (told.whole) disagree(work, path, `it says that the journal has ${journal.entries} entries and ends with ${journal.head}`);
  }
  // What cannot be read was not counted.
  const unread = [...bag.bad].some((bad) => /^data\/(claims|annotations)\/[^/]+\.json/.test(bad));
  if (!unread && differences(counts, stated).length > 0) disagree(work, path, 'its counts are not those of the case file');
  if (!bag.bad.has('bag-info.txt') && bag.info.get('External-Identifier') !== record.caseId)
    disagree(work, 'bag-info.txt', 'it names another case');
}

const FIXED =
  /^data\/(case\.json|annotations\/(passages\.jsonld|links\.jsonld|tags\.json)|claims\/((claims|incidents|parties|evidence)\.(json|csv)|(relations|merges|grades|settlements|vocabulary)\.json)|versions\/(versions|carried-passages|absences)\.json|schema\/[a-z-]+\.schema\.json|journal\/(journal|proofs)\.jsonl|journal\/(withheld|seals|keys|consistency)\.json|journal\/seals\/\d+\.json|redacted\/[^/]+\/[^/]+|report\/report\.(html|pdf))$/;

/** Files that manifests list but no item knows: somebody made the manifests anew. */
function checkUnexplained(work: ContentWork, explained: ReadonlySet<string>): void {
  // An item that cannot be read cannot explain its files.
  const unread = [...work.bag.bad].some((path) => path.endsWith('/item.json'));
  for (const path of work.source.files.keys()) {
    if (unread || !path.startsWith('data/') || work.bag.bad.has(path) || FIXED.test(path) || explained.has(path)) continue;
    disagree(work, path, 'nothing in the case file explains it');
  }
}
