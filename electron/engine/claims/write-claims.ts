import type { Transaction } from 'kysely';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import { claimFields, type Claim, type ClaimFields } from '#shared/model/claims.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { bury, restore } from '../items/bury.ts';
import { mutate, together } from '../journal/mutate.ts';
import { createRecordLink } from '../links/record-links.ts';
import { dropSearchRow } from '../search/search-row.ts';
import { changedFields } from './changed-fields.ts';
import { checkReferences, mustStand } from './check-references.ts';
import { claimColumns, claimParts } from './claim-rows.ts';
import { putClaimSearchRow } from './claim-search.ts';
import { getClaim, readClaim } from './read-claims.ts';

/**
 * Writes a claim with its first evidence and what it `repeats`, all in one act. `not-found` for a speaker, party, incident,
 * item, passage or repeated claim that does not stand; `already-exists` when a passage is given twice with one stance.
 */
export async function createClaim(ctx: CaseContext, { repeats = [], ...input }: ParsedInput<'claims.create'>): Promise<Claim> {
  if (repeats.length === 0) return writeClaim(ctx, input);
  return together(ctx, async (joined) => {
    const claim = await writeClaim(joined, input);
    for (const toId of new Set(repeats))
      await createRecordLink(joined, { kind: 'claim', fromId: claim.id, toId, relation: 'repeats', when: null, note: '' });
    return claim;
  });
}

async function writeClaim(ctx: CaseContext, { evidence, ...fields }: Omit<ParsedInput<'claims.create'>, 'repeats'>): Promise<Claim> {
  const id = ctx.ports.newId();
  const now = ctx.ports.now().toISOString();
  const links = evidence.map((link) => ({ id: ctx.ports.newId(), claimId: id, ...link, createdAt: now }));
  refuseTwice(links);
  const claim = { id, ...fields, createdAt: now, createdBy: ctx.settings.actor, updatedAt: now };
  await mutate(ctx, { action: 'claim.created', subject: id, payload: { ...claim, evidence: links } }, async (trx) => {
    await checkReferences(trx, fields);
    await mustStand(
      trx,
      'passage',
      links.map((link) => link.passageId),
    );
    await trx
      .insertInto('claim')
      .values({ id, ...claimColumns(fields), createdAt: now, createdBy: ctx.settings.actor, updatedAt: now })
      .execute();
    await insertParts(trx, id, fields);
    if (links.length > 0) await trx.insertInto('evidence').values(links).execute();
    await putClaimSearchRow(trx, id, fields);
  });
  return getClaim(ctx, id);
}

/** Puts `fields` in place of what the claim said; the journal keeps both. Nothing is written when nothing changed. */
export async function updateClaim(ctx: CaseContext, { id, fields, why }: ParsedInput<'claims.update'>): Promise<Claim> {
  await putClaim(ctx, { id, before: claimFields.parse(await getClaim(ctx, id)), fields, why });
  return getClaim(ctx, id);
}

type Put = { id: string; before: ClaimFields; fields: ClaimFields; why?: string | undefined };

/** The same for a claim that was read already; answers whether it changed. */
export async function putClaim(ctx: CaseContext, { id, before, fields, why }: Put): Promise<boolean> {
  const changed = changedFields(before, fields);
  if (Object.keys(changed).length === 0) return false;
  const updatedAt = ctx.ports.now().toISOString();
  await mutate(
    ctx,
    { action: 'claim.updated', subject: id, payload: { ...fields, updatedAt, changed, ...(why === undefined ? {} : { why }) } },
    async (trx) => {
      if (Object.keys(changed).some((field) => references.has(field))) await checkReferences(trx, fields, before);
      await trx
        .updateTable('claim')
        .set({ ...claimColumns(fields), updatedAt })
        .where('id', '=', id)
        .execute();
      await replaceParts(trx, id, fields, changed);
      if (Object.keys(changed).some((field) => !notSearched.has(field))) await putClaimSearchRow(trx, id, fields);
    },
  );
  return true;
}

/** Takes a claim out of every list; its passages stay. */
export async function removeClaim(ctx: CaseContext, { id, reason }: ParsedInput<'claims.remove'>): Promise<void> {
  await bury(ctx, { kind: 'claim', id, reason }, (trx) => dropSearchRow(trx, { kind: 'claim', id }));
}

/**
 * Takes the removal of a claim back: it is as it was, with its evidence and relations.
 * @throws HoldfastError not-found when it is not removed, or when something it names is
 */
export async function restoreClaim(ctx: CaseContext, { id, reason }: ParsedInput<'claims.remove'>): Promise<Claim> {
  const buried = await readClaim(ctx.read, id);
  if (buried === null) throw new HoldfastError('not-found', { kind: 'claim', id });
  const fields = claimFields.parse(buried);
  await restore(ctx, { kind: 'claim', id, reason }, async (trx) => {
    await checkReferences(trx, fields, fields);
    await mustStand(
      trx,
      'passage',
      buried.evidence.map((link) => link.passageId),
    );
    await putClaimSearchRow(trx, id, fields);
  });
  return getClaim(ctx, id);
}

/** What is checked against the rest of the case. */
const references = new Set(['speakerId', 'via', 'parties', 'incidentId', 'extra']);
/** What no search finds a claim by. */
const notSearched = new Set(['saidAt', 'when', 'incidentId']);

type Lists = Pick<ClaimFields, 'quantities' | 'via' | 'parties'>;
const partsOf = {
  quantities: ['claimBreakdown', 'claimQuantity'],
  via: ['claimVia'],
  parties: ['claimParty'],
} as const;

/** Rows of the lists that changed; the others are left alone, because thousands of claims may change in one act. */
async function replaceParts(trx: Transaction<Tables>, id: string, fields: ClaimFields, changed: object): Promise<void> {
  const lists = (['quantities', 'via', 'parties'] as const).filter((list) => list in changed);
  for (const list of lists) for (const part of partsOf[list]) await trx.deleteFrom(part).where('claimId', '=', id).execute();
  const none = { quantities: [], via: [], parties: [] };
  await insertParts(trx, id, { ...none, ...Object.fromEntries(lists.map((list) => [list, fields[list]])) });
}

/** The rows of a claim's lists, beside the row of the claim itself. */
export async function insertParts(trx: Transaction<Tables>, id: string, fields: Lists): Promise<void> {
  const { quantities, breakdowns, via, parties } = claimParts(id, fields);
  if (quantities.length > 0) await trx.insertInto('claimQuantity').values(quantities).execute();
  if (breakdowns.length > 0) await trx.insertInto('claimBreakdown').values(breakdowns).execute();
  if (via.length > 0) await trx.insertInto('claimVia').values(via).execute();
  if (parties.length > 0) await trx.insertInto('claimParty').values(parties).execute();
}

function refuseTwice(links: { passageId: string; stance: string }[]): void {
  const seen = new Set<string>();
  for (const { passageId, stance } of links) {
    if (seen.has(`${passageId} ${stance}`))
      throw new HoldfastError('already-exists', { kind: 'evidence link', id: `${stance} ${passageId}` });
    seen.add(`${passageId} ${stance}`);
  }
}
