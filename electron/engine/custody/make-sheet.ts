/** A chain-of-custody sheet: everything the case recorded of how one item was collected and preserved. Writes nothing. */
import type { CustodySheet, SheetField } from '#shared/model/custody.ts';
import type { Item } from '#shared/model/items.ts';
import { verifyReport } from '#shared/model/proof.ts';
import type { CaseContext } from '../context.ts';
import { getItem } from '../items/get-item.ts';
import { collectionFields, preservationFields } from './sheet-fields.ts';
import { custodyOf } from './describe-custody.ts';
import { listActs } from './list-acts.ts';
import { readProvenance } from './read-provenance.ts';

/** So many acts a sheet lists; a sheet is read on paper. */
const MOST_ACTS = 1000;

/** @throws HoldfastError not-found */
export async function makeSheet(ctx: CaseContext, { itemId }: { itemId: string }): Promise<CustodySheet> {
  const item = await getItem(ctx, itemId);
  const { title: caseTitle, caseId } = await ctx.read.selectFrom('caseRecord').select(['title', 'caseId']).executeTakeFirstOrThrow();
  const { rows: acts, total } = await listActs(ctx, { itemId, direction: 'ascending', limit: MOST_ACTS, offset: 0 });
  const kept = acts.find(({ action }) => action === 'item.kept');
  const checks = await checksOf(ctx, item);
  const known = { item, kept, given: await custodyOf(ctx, { itemId }), provenance: await readProvenance(ctx, item) };
  const state = await ctx.read.selectFrom('itemProof').selectAll().where('itemId', '=', itemId).executeTakeFirst();
  const seals = ctx.read
    .selectFrom('seal')
    .selectAll()
    .where('treeSize', '>=', kept?.seq ?? Number.MAX_SAFE_INTEGER);
  const seal = await seals.orderBy('treeSize').limit(1).executeTakeFirst();
  return {
    itemId,
    type: item.type,
    title: item.given.title ?? item.title,
    caseTitle,
    madeAt: ctx.ports.now().toISOString(),
    madeWith: ctx.settings.version,
    madeBy: ctx.settings.actor,
    sections: [
      { id: 'identity', fields: fieldsOf(identityFields(item, `${caseTitle} (${caseId})`)) },
      { id: 'collection', fields: fieldsOf(collectionFields(known)) },
      { id: 'preservation', fields: fieldsOf(preservationFields(known, state, seal)) },
    ],
    files: await filesOf(ctx, item),
    acts,
    actsLeftOut: total - acts.length,
    checks,
  };
}

export type FieldValues = Partial<Record<SheetField, string | null | undefined>>;

/** In the order given; what is empty was not recorded. */
function fieldsOf(values: FieldValues): { id: SheetField; value: string | null }[] {
  return Object.entries(values).map(([id, value]) => ({ id: id as SheetField, value: value == null || value === '' ? null : value }));
}

function identityFields(item: Item, caseName: string): FieldValues {
  return {
    itemId: item.id,
    case: caseName,
    title: [item.given.title, item.title].find((one) => one != null && one !== ''),
    type: item.type,
    originalName: item.originalName,
    language: item.language,
    completeness: item.completeness,
    ...(item.gaps.length === 0 ? {} : { gaps: item.gaps.map(({ reason }) => reason).join(', ') }),
  };
}

async function filesOf(ctx: CaseContext, { files }: Item): Promise<CustodySheet['files']> {
  const hashes = files.map(({ sha256 }) => sha256);
  const blobs = await ctx.read.selectFrom('blob').select(['sha256', 'sha1', 'md5']).where('sha256', 'in', hashes).execute();
  const blobOf = new Map(blobs.map((blob) => [blob.sha256, blob]));
  const nameOf = new Map(files.map(({ id, name }) => [id, name]));
  return files.map(({ id: _id, itemId: _item, parentFileId, tool, toolVersion, toolParameters, ...file }) => ({
    ...file,
    sha1: blobOf.get(file.sha256)?.sha1 ?? '',
    md5: blobOf.get(file.sha256)?.md5 ?? '',
    madeFrom: parentFileId === null ? null : (nameOf.get(parentFileId) ?? parentFileId),
    tool: tool === null ? null : `${tool} ${toolVersion ?? ''}`.trim(),
    parameters: toolParameters === null || Object.keys(toolParameters).length === 0 ? null : JSON.stringify(toolParameters),
  }));
}

/** Verifications since the item came, oldest first, with what each found about it. */
async function checksOf(ctx: CaseContext, item: Item): Promise<CustodySheet['checks']> {
  const rows = await ctx.read.selectFrom('verification').selectAll().where('endedAt', '>=', item.capturedAt).orderBy('endedAt').execute();
  const own = new Set(item.files.map(({ sha256 }) => sha256));
  return rows.map(({ endedAt, report }) => {
    const { findings } = verifyReport.parse(JSON.parse(report));
    const about = findings.filter(({ itemId, subject }) => itemId === item.id || own.has(subject));
    return { at: endedAt, findings: findings.length, aboutItem: [...new Set(about.map(({ code }) => code))] };
  });
}
