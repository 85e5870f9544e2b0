import type { Selector } from '#shared/model/passages.ts';
import type { CanonicalText, Item } from '#shared/model/items.ts';
import type { CaseContext } from '../context.ts';
import { getItem } from '../items/get-item.ts';
import { getText, listTexts } from '../items/get-text.ts';
import { durationOf, type Ground } from '../passages/draft-passage.ts';
import { findSource } from './find-source.ts';
import { placeTarget, type Placed } from './place-target.ts';
import type { ReadAnnotation } from './read-annotation.ts';

type PlacedIn = { itemId: null; ground: null; placed: null } | { itemId: string; ground: Ground; placed: Placed };

/** Finds the item an annotation is about (else `itemId`, when one is given) and the place in it. */
export async function placeAnnotation(ctx: CaseContext, annotation: ReadAnnotation, itemId: string | null): Promise<PlacedIn> {
  const source = (await findSource(ctx, annotation)) ?? (itemId === null ? null : { itemId, fileId: null });
  if (source === null) return { itemId: null, ground: null, placed: null };
  const item = await getItem(ctx, source.itemId);
  const text = await textMeant(ctx, item, annotation);
  const measured = item.files.find((file) => isMeasured(file, annotation)) ?? null;
  const selectors: Selector[] = annotation.targets.flatMap((target) => target.selectors);
  const placed = placeTarget(selectors, { text, measured, durationSeconds: durationOf(item.facts) });
  return { itemId: item.id, ground: { item, text }, placed };
}

/** The text of the item that the annotation names by its hash, else the canonical one. */
async function textMeant(ctx: CaseContext, item: Item, { targets }: ReadAnnotation): Promise<CanonicalText | null> {
  const named = new Set(targets.map(({ sha256 }) => sha256));
  const head = (await listTexts(ctx, item.id)).find(({ sha256 }) => named.has(sha256));
  return getText(ctx, item.id, head?.fileId ?? null);
}

/** A picture of the item other than the original, whose area the annotation marks. */
function isMeasured(file: Item['files'][number], { targets }: ReadAnnotation): boolean {
  const isMarked = targets.some(
    ({ sha256, selectors }) => sha256 === file.sha256 && selectors.some(({ type }) => type === 'FragmentSelector'),
  );
  return isMarked && file.mediaType.startsWith('image/') && file.role !== 'original';
}
