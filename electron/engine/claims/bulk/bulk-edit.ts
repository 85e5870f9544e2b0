import { applyChanges } from '#shared/claims/apply-changes.ts';
import { claimSentence } from '#shared/claims/claim-sentence.ts';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { errorWords } from '#shared/error-words.ts';
import { HoldfastError, toErrorData } from '#shared/errors.ts';
import type { ClaimChanges } from '#shared/model/claim-changes.ts';
import { claimFields, type Claim, type ClaimFields } from '#shared/model/claims.ts';
import type { CaseContext } from '../../context.ts';
import { together } from '../../journal/mutate.ts';
import { changedFields } from '../changed-fields.ts';
import { narrowClaims } from '../list/narrow-claims.ts';
import { claimsById } from '../read-claims.ts';
import { putClaim } from '../write-claims.ts';

type Chosen = ParsedInput<'claims.bulkEdit'>['chosen'];
type Change = { id: string; before: ClaimFields; after: ClaimFields };

/** Claims are read in parts of this size, so that a whole case is never held. */
const PART = 500;
const SHOWN = 20;

/**
 * Puts the same values into many claims as one act of a person, all or nothing. A claim they change nothing of has no entry.
 * @throws HoldfastError not-found for a chosen claim that does not stand; bulk-refused naming the first claim that cannot
 * take the change, and why; then none is changed
 */
export async function bulkEdit(
  ctx: CaseContext,
  { chosen, set, why }: ParsedInput<'claims.bulkEdit'>,
): Promise<CallOutput<'claims.bulkEdit'>> {
  return together(ctx, async (joint) => {
    const told = { changed: 0, unchanged: 0 };
    for (const ids of inParts(await idsOf(joint, chosen)))
      for (const change of await changesTo(joint, ids, set)) {
        if (await put(joint, change, why)) told.changed += 1;
        else told.unchanged += 1;
      }
    return told;
  });
}

async function put(ctx: CaseContext, { id, before, after }: Change, why: string | undefined): Promise<boolean> {
  try {
    return await putClaim(ctx, { id, before, fields: after, why });
  } catch (error) {
    const { title, remedy } = errorWords(toErrorData(error));
    throw new HoldfastError(
      'bulk-refused',
      { id, claim: claimSentence(before), problem: title, remedy, because: toErrorData(error).code },
      error,
    );
  }
}

/** What `bulkEdit` would change now; writes nothing. */
export async function previewBulk(
  ctx: CaseContext,
  { chosen, set }: ParsedInput<'claims.bulkPreview'>,
): Promise<CallOutput<'claims.bulkPreview'>> {
  const ids = await idsOf(ctx, chosen);
  const told: CallOutput<'claims.bulkPreview'> = { total: ids.length, changed: 0, first: [] };
  for (const part of inParts(ids))
    for (const change of await changesTo(ctx, part, set)) {
      const changed = Object.keys(changedFields(change.before, change.after));
      if (changed.length === 0) continue;
      told.changed += 1;
      if (told.first.length < SHOWN) told.first.push({ ...change, changed });
    }
  return told;
}

async function idsOf(ctx: Pick<CaseContext, 'read'>, chosen: Chosen): Promise<string[]> {
  if ('ids' in chosen) return [...new Set(chosen.ids)];
  const rows = await narrowClaims(ctx.read, chosen.filter).select('claim.id').orderBy('claim.id').execute();
  const except = new Set(chosen.except);
  return rows.map(({ id }) => id).filter((id) => !except.has(id));
}

async function changesTo(ctx: Pick<CaseContext, 'read'>, ids: readonly string[], set: ClaimChanges): Promise<Change[]> {
  const claims = await claimsById(ctx.read, ids);
  const standing = new Set(claims.map(({ id }) => id));
  const gone = ids.find((id) => !standing.has(id));
  if (gone !== undefined) throw new HoldfastError('not-found', { kind: 'claim', id: gone });
  return claims.map((claim: Claim) => {
    const before = claimFields.parse(claim);
    return { id: claim.id, before, after: applyChanges(before, set) };
  });
}

function inParts(ids: readonly string[]): (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / PART) }, (_, at) => ids.slice(at * PART, (at + 1) * PART));
}
