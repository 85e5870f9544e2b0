import type { z } from 'zod';
import { exportedClaims, exportedEvidence, exportedIncidents, exportedParties } from '#shared/model/case-file.ts';
import type { Json } from '#shared/model/primitives.ts';
import { claimDefaults } from '../claims/claim-rows.ts';
import { incidentDefaults } from '../incidents/incident-rows.ts';
import { partyDefaults } from '../parties/read-parties.ts';
import { differences } from '../verify/differences.ts';
import { compareWithJournal, disagree, missingThings, readJson, type ContentWork } from './content-check.ts';
import type { KeptKind, Shape } from './journal-told.ts';

type Thing = Shape & { id: string; journalEntries: number[] };

const FOLDER = 'data/claims';

/** Claims, incidents, parties and evidence say what the journal recorded, no more and no less. */
export async function checkClaims(work: ContentWork): Promise<{ claims: number; incidents: number; parties: number }> {
  const claims = await checkKind(work, 'claim', `${FOLDER}/claims.json`, exportedClaims);
  const incidents = await checkKind(work, 'incident', `${FOLDER}/incidents.json`, exportedIncidents);
  const parties = await checkKind(work, 'party', `${FOLDER}/parties.json`, exportedParties);
  await checkEvidence(work, claims);
  return { claims: claims?.length ?? 0, incidents: incidents?.length ?? 0, parties: parties?.length ?? 0 };
}

const defaultsOf: Record<KeptKind, Shape> = { passage: {}, claim: claimDefaults, party: partyDefaults, incident: incidentDefaults };

async function checkKind(work: ContentWork, kind: KeptKind, path: string, schema: z.ZodType): Promise<Thing[] | null> {
  const things = (await readJson(work, path, schema)) as Thing[] | null;
  if (things === null) return null;
  for (const thing of things) {
    checkEntries(work, kind, path, thing);
    const said = work.told.things[kind].get(thing.id);
    compareWithJournal(work, { kind, id: thing.id, path }, recorded(kind, thing), said && { ...defaultsOf[kind], ...said });
  }
  if (kind === 'party') checkMerged(work, path, things);
  missingThings(work, kind, work.told.things[kind].keys(), new Set(things.map((thing) => thing.id)), path);
  return things;
}

/** Without what the export adds: numbers of entries, counts, and evidence, which has a file of its own. */
function recorded(kind: KeptKind, { journalEntries: _entries, ...thing }: Thing): Json {
  const { [kind === 'claim' ? 'evidence' : 'claims']: _added, mergedInto: _merged, ...fields } = thing as Shape;
  // Case files made before things had these fields lack them, as their journals do.
  return { ...defaultsOf[kind], ...fields };
}

/** A party says that it was found to be another exactly while a merge of the journal stands. */
function checkMerged(work: ContentWork, path: string, parties: Thing[]): void {
  const { told } = work;
  const standing = [...told.records.partyMerge].filter(([id]) => !told.removed.has(id) && !told.doubtful.has(id));
  const into = new Map(standing.map(([, merge]) => [String(merge['mergedId']), merge['intoId']]));
  for (const { id, mergedInto = null } of parties) {
    if (told.whole && !told.doubtful.has(id) && mergedInto !== (into.get(id) ?? null))
      disagree(work, path, `the journal does not say that the party ${id} was found to be ${String(mergedInto ?? 'itself')}`);
  }
}

function checkEntries(work: ContentWork, kind: string, path: string, { id, journalEntries }: Thing): void {
  if (work.told.doubtful.has(id) || !work.told.whole) return;
  if (differences(journalEntries, work.told.seqs.get(id) ?? []).length > 0)
    disagree(work, path, `the ${kind} ${id} names other journal entries than those about it`);
}

async function checkEvidence(work: ContentWork, claims: Thing[] | null): Promise<void> {
  const path = `${FOLDER}/evidence.json`;
  const links = (await readJson(work, path, exportedEvidence)) as Thing[] | null;
  if (links === null) return;
  const { told } = work;
  for (const link of links) {
    const { journalEntries: _entries, ...fields } = link;
    compareWithJournal(work, { kind: 'evidence', id: link.id, path }, fields, told.links.get(link.id));
  }
  const standing = [...told.links].filter(
    ([, link]) => !told.removed.has(String(link['claimId'])) && !told.doubtful.has(String(link['claimId'])),
  );
  missingThings(
    work,
    'evidence',
    standing.map(([id]) => id),
    new Set(links.map((link) => link.id)),
    path,
  );
  const byId = new Map(links.map(({ journalEntries: _entries, ...link }) => [link.id, link as Shape]));
  for (const claim of claims ?? []) {
    for (const link of claim['evidence'] as Shape[]) {
      if (differences(link, byId.get(String(link['id']))).length > 0)
        disagree(work, `${FOLDER}/claims.json`, `evidence ${String(link['id'])} of claim ${claim.id} is not that of evidence.json`);
    }
  }
  const tied = (claims ?? []).reduce((sum, claim) => sum + (claim['evidence'] as Shape[]).length, 0);
  if (claims !== null && tied !== links.length) disagree(work, path, `it holds ${links.length} links, the claims ${tied}`);
}
