import { createHash } from 'node:crypto';
import { link, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { Json } from '#shared/model/primitives.ts';
import type { CaseContext } from '../context.ts';
import { syncFolder, writeFileSynced } from '../store/sync-folder.ts';
import { annotationCollection, toAnnotation } from '../export/annotation.ts';
import { exportedItemOf } from '../export/gather-case.ts';
import { mutate } from '../journal/mutate.ts';
import { listPassages } from '../passages/list-passages.ts';

const PAGE = 1000;

/**
 * Writes passages as one W3C Annotation Collection (JSON-LD) at `out`. Sources are named by the SHA-256 of their bytes
 * (RFC 6920 `ni:` addresses), so that another case with the same bytes finds them. Written beside its name and then put
 * in place, never over something.
 * @throws HoldfastError export-target-exists, file-missing for the folder, wrong-input inside the case folder, not-found
 */
export async function exportAnnotations(
  ctx: CaseContext,
  { out, itemId }: ParsedInput<'annotations.export'>,
): Promise<CallOutput<'annotations.export'>> {
  const target = resolve(out);
  if (target.startsWith(ctx.folder + sep))
    throw new HoldfastError('wrong-input', { name: 'annotations.export', field: 'out', problem: 'lies inside the case folder' });
  const annotations = await gather(ctx, itemId);
  const { caseId } = await ctx.read.selectFrom('caseRecord').select('caseId').executeTakeFirstOrThrow();
  const bytes = Buffer.from(`${JSON.stringify(annotationCollection(caseId, annotations), null, 2)}\n`, 'utf8');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await writeAnew(target, bytes, ctx.ports.newId());
  const at = ctx.ports.now().toISOString();
  const written = { name: basename(target), count: annotations.length, sha256, itemId: itemId ?? null };
  if (ctx.writer !== null)
    await mutate(ctx, { action: 'annotations.exported', subject: itemId ?? caseId, payload: written }, async () => {});
  return { path: target, count: annotations.length, sha256, at };
}

async function gather(ctx: CaseContext, itemId: string | undefined): Promise<Json[]> {
  const annotations: Json[] = [];
  const items = new Map<string, Awaited<ReturnType<typeof exportedItemOf>>>();
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await listPassages(ctx, { ...(itemId === undefined ? {} : { itemId }), limit: PAGE, offset });
    for (const passage of rows) {
      const item = items.get(passage.itemId) ?? (await exportedItemOf(ctx, passage.itemId, new Map()));
      items.set(passage.itemId, item);
      annotations.push(byHash(toAnnotation(passage, item), item.sourceUrl));
    }
    if (rows.length < PAGE) return annotations;
  }
}

/** The same annotation with its sources named by their bytes instead of by their place in a case file. */
function byHash(annotation: Json, url: string | null): Json {
  const one = annotation as { [key: string]: Json; target: { [key: string]: Json }[] };
  const via = url === null ? {} : { via: url };
  const target = one.target.map((part) => ({ ...part, source: nameOf(String(part['holdfast:sha256'])), ...via }));
  return { ...one, target };
}

/** RFC 6920, section 3. */
function nameOf(sha256: string): string {
  return `ni:///sha-256;${Buffer.from(sha256, 'hex').toString('base64url')}`;
}

async function writeAnew(target: string, bytes: Buffer, nonce: string): Promise<void> {
  const part = join(dirname(target), `.${basename(target)}.${nonce}.part`);
  try {
    await writeFileSynced(part, bytes);
    await link(part, target);
    await syncFolder(dirname(target));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new HoldfastError('export-target-exists', { path: target });
    throw error;
  } finally {
    await rm(part, { force: true });
  }
}
