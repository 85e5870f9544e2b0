/** Redactions as they are kept and told. */
import { z } from 'zod';
import type { ItemFile } from '#shared/model/items.ts';
import { redactionRegion, type Redaction, type RedactionRegion } from '#shared/model/redactions.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { getFile } from '../items/get-file.ts';
import { coveredRange, type CoveredRange } from './covered-words.ts';

/** A redaction with the stretches of texts that its areas cover, which are for our own checks. */
export type KeptRedaction = Redaction & { covered: CoveredRange[] };

const regionList = z.array(redactionRegion);
const coveredList = z.array(coveredRange);

/** In the order they were made; of one item when one is named. */
export async function keptRedactions(ctx: CaseContext, itemId?: string): Promise<KeptRedaction[]> {
  let query = ctx.read.selectFrom('redaction').selectAll().orderBy('createdAt').orderBy('id');
  if (itemId !== undefined) query = query.where('itemId', '=', itemId);
  const kept: KeptRedaction[] = [];
  for (const row of await query.execute()) kept.push(await toRedaction(ctx, row));
  return kept;
}

export async function listRedactions(ctx: CaseContext, { itemId }: { itemId?: string | undefined }): Promise<{ redactions: Redaction[] }> {
  const kept = await keptRedactions(ctx, itemId);
  return { redactions: kept.map(({ covered: _covered, ...redaction }) => redaction) };
}

async function toRedaction(ctx: CaseContext, row: Tables['redaction']): Promise<KeptRedaction> {
  const regions: RedactionRegion[] = regionList.parse(JSON.parse(row.regions));
  return { ...row, regions, covered: coveredList.parse(JSON.parse(row.covered)), copies: await copiesOf(ctx, row.id) };
}

async function copiesOf(ctx: CaseContext, redactionId: string): Promise<Redaction['copies']> {
  const rows = await ctx.read
    .selectFrom('redactedCopy')
    .select('fileId')
    .where('redactionId', '=', redactionId)
    .orderBy('fileId')
    .execute();
  const copies: (ItemFile & { removed: boolean })[] = [];
  for (const { fileId } of rows) {
    const buried = await ctx.read.selectFrom('tombstone').select('subject').where('subject', '=', fileId).executeTakeFirst();
    copies.push({ ...(await getFile(ctx, fileId)), removed: buried !== undefined });
  }
  return copies;
}
