/** Claims, incidents, parties and evidence: each is what the journal recorded, and what they refer to is there. */
import { sameJson } from './canonical-json.js';
import { textOf } from './read-file.js';

/**
 * @typedef {import('./check-case-file.js').Work} Work
 * @typedef {import('./journal-facts.js').Shape} Shape
 */

const FILES = /** @type {const} */ ([
  ['claim', 'data/claims/claims.json'],
  ['incident', 'data/claims/incidents.json'],
  ['party', 'data/claims/parties.json'],
]);
const EVIDENCE = 'data/claims/evidence.json';

/** @param {Work} work */
export async function checkClaims(work) {
  work.progress.begin('Comparing claims with the journal', 0);
  /** @type {Record<string, Map<string, Shape> | null>} */
  const things = {};
  for (const [kind, path] of FILES) {
    const list = await readList(work, path);
    things[kind] = list === null ? null : new Map(list.map((thing) => [String(thing?.id), thing]));
    for (const [id, thing] of things[kind] ?? []) compareThing(work, { kind, id, path }, thing, work.facts.things[kind].get(id));
    for (const id of work.facts.things[kind].keys())
      if (list !== null && !things[kind]?.has(id) && !work.mayLack(id)) work.add('missing', id, { kind });
  }
  work.counts.claims = things.claim?.size ?? 0;
  checkReferences(work, things);
  await checkEvidence(work, things.claim);
}

/** @param {Work} work @param {string} path @returns {Promise<Shape[] | null>} */
async function readList(work, path) {
  const file = work.files.get(path);
  return file === undefined ? null : work.parse(path, await textOf(file), Array.isArray);
}

/** @param {Work} work @param {{ kind: string, id: string, path: string }} about @param {Shape} now @param {Shape | undefined} said */
function compareThing(work, { kind, id, path }, now, said) {
  if (work.facts.doubtful.has(id)) return;
  if (said === undefined) {
    if (work.isWholeJournal()) work.add('unknown', id, { kind, path });
    return;
  }
  if (work.facts.removed.has(id)) work.add('removed', id, { kind, path });
  const other = Object.keys(said).filter((name) => !sameJson(said[name], now[name]));
  if (other.length > 0) work.add('differs', id, { kind, path, fields: other.join(', ') });
}

/** @param {Work} work @param {Record<string, Map<string, Shape> | null>} things */
function checkReferences(work, things) {
  if (work.partial) return;
  for (const [id, claim] of things.claim ?? [])
    for (const [field, kind] of [
      ['incidentId', 'incident'],
      ['speakerId', 'party'],
    ])
      if (claim[field] != null && things[kind] !== null && !things[kind].has(claim[field]) && !work.mayLack(claim[field]))
        work.add('reference', id, { kind: 'claim', end: kind, to: String(claim[field]) });
}

/** @param {Work} work @param {Map<string, Shape> | null} claims */
async function checkEvidence(work, claims) {
  const links = await readList(work, EVIDENCE);
  if (links === null) return;
  const present = new Set();
  for (const link of links) {
    const id = String(link?.id);
    present.add(id);
    work.counts.evidence += 1;
    compareThing(work, { kind: 'evidence', id, path: EVIDENCE }, link, work.facts.links.get(id));
    if (claims !== null && !claims.has(link.claimId))
      work.add('reference', id, { kind: 'evidence', end: 'claim', to: String(link.claimId) });
    if (work.files.has('data/annotations/passages.jsonld') && !work.passages.has(link.passageId) && !work.isWithheld(link.passageId))
      work.add('reference', id, { kind: 'evidence', end: 'passage', to: String(link.passageId) });
  }
  for (const [id, { claimId }] of work.facts.links)
    if (!present.has(id) && !work.mayLack(id) && !work.mayLack(claimId)) work.add('missing', id, { kind: 'evidence' });
  const byId = new Map(links.map((link) => [link.id, link]));
  for (const [id, claim] of claims ?? [])
    for (const { id: linkId, ...link } of Array.isArray(claim.evidence) ? claim.evidence : []) {
      const { journalEntries: _entries, ...listed } = byId.get(linkId) ?? {};
      if (!sameJson({ id: linkId, ...link }, listed)) work.add('claim-evidence', id, { link: String(linkId) });
    }
}
