/** Does what the bag says hang together: journal, items, passages, claims and the counts? */
import { makeFinding } from '#shared/finding-words.ts';
import { exportedCase, knownProfiles } from '#shared/model/case-file.ts';
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
import { checkTokens } from './check-tokens.ts';
import { checkVersions } from './check-versions.ts';
import { checkDescriptions } from './check-descriptions.ts';
import { checkProof } from './check-proof.ts';
import { disagree, readJson, type ContentWork } from './content-check.ts';
import { JOURNAL, readJournal } from './journal-told.ts';
import { reportFiles } from './report-files.ts';
import { isKnownPayload, isKnownTagFile } from './known-files.ts';
import { readProof } from './read-proof.ts';

export type ContentCheck = { findings: Finding[]; journalEntries: number; seals: number; passages: number; claims: number };

const NOTHING = { journalEntries: 0, seals: 0, passages: 0, claims: 0 };

export async function checkContent(source: CaseFileSource, bag: BagCheck, signal: AbortSignal): Promise<ContentCheck> {
  const findings: Finding[] = [];
  // A journal whose bytes were changed is told so; nothing can be measured against it.
  if (bag.bad.has(JOURNAL)) return { findings, ...NOTHING };
  const proof = await readProof({ source, bag, findings });
  const told = await readJournal(source, { ...proof, findings, signal });
  const work: ContentWork = { source, bag, told, findings, signal };
  checkProfile(work);
  if (told.entries === 0) return { findings, ...NOTHING };
  checkProof(work, proof);
  const { items, explained, present } = await checkItems(work);
  const passages = await checkAnnotations(work, items);
  const counted = await checkClaims(work);
  await checkClaimRecords(work);
  await checkVersions(work);
  await checkPassageLinks(work);
  await checkTokens(work);
  const branches = await checkCarriedBranches(work);
  await checkCase(work, { items: present.size, passages, ...counted });
  checkUnexplained(work, new Set([...explained, ...branches, ...(await reportFiles(work))]));
  // Descriptions follow from the rest; where that does not hold they would only say so again.
  const holds = [...bag.findings, ...findings].every(({ severity }) => severity !== 'broken');
  if (holds && proof.profile !== '1') await checkDescriptions(work, items);
  return { findings, journalEntries: told.entries, seals: proof.seals.seals, passages, claims: counted.claims };
}

function checkProfile({ bag, findings }: ContentWork): void {
  const profile = bag.info.get('Holdfast-Profile') ?? '';
  if (!bag.bad.has('bag-info.txt') && !knownProfiles.includes(profile))
    findings.push(makeFinding('casefile-profile', profile.slice(0, 40), { facts: { known: knownProfiles.join(' and ') } }));
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

/** Files that manifests list but nothing knows: somebody made the manifests anew. */
function checkUnexplained(work: ContentWork, explained: ReadonlySet<string>): void {
  // An item that cannot be read cannot explain its files.
  const unread = [...work.bag.bad].some((path) => path.endsWith('/item.json'));
  for (const path of work.source.files.keys()) {
    if (work.bag.bad.has(path)) continue;
    if (path === 'fetch.txt') disagree(work, path, 'it names files that lie elsewhere; a case file holds all of its own');
    else if (path.startsWith('data/') ? !(unread || isKnownPayload(path) || explained.has(path)) : !isKnownTagFile(path))
      disagree(work, path, 'nothing in the case file explains it');
  }
}
