import { useMemo } from 'react';
import type { Passage, PassageTarget } from '#shared/model/passages.ts';
import { t } from '../../messages/index.ts';
import { useSession } from '../../shell/session.ts';
import type { AreaMark } from './area-layer.tsx';
import { areaOf } from './area-of.ts';

/**
 * `page` of a document, from 1; null on a picture. `fileId` of the picture it is measured on; null for the original.
 * `element`: CSS selector of the picture in the frozen snapshot it is measured on; null elsewhere.
 */
export type PlacedArea = AreaMark & { page: number | null; fileId: string | null; element: string | null };

type Asked = { itemId: string; passages: readonly Passage[]; /** What is selected and not kept yet. */ selected: PassageTarget | null };

/** The id of an area that is not a passage yet. */
export const newArea = 'new';

/** Every marked area of an item, and the one being marked. */
export function useAreaMarks({ itemId, passages, selected }: Asked): readonly PlacedArea[] {
  const inspector = useSession((state) => state.inspector);
  return useMemo(() => {
    const active = 'passageId' in inspector ? inspector.passageId : null;
    const written = inspector.kind === 'passage-form' && inspector.itemId === itemId ? inspector.target : null;
    const kept = passages.flatMap((passage) => fromPassage(passage, active) ?? []);
    const pending = fromTarget(selected) ?? fromTarget(written);
    return pending === null ? kept : [...kept, pending];
  }, [itemId, passages, selected, inspector]);
}

function fromPassage(passage: Passage, active: string | null): PlacedArea | null {
  const box = areaOf(passage);
  if (box === null) return null;
  const { id, comment, claimIds, page, colour } = passage;
  const label = comment === '' ? t('reader.area.mark') : t('reader.area.mark.comment', { comment });
  const fileId = 'fileId' in passage && typeof passage.fileId === 'string' ? passage.fileId : null;
  return { id, box, label, isClaimed: claimIds.length > 0, isActive: id === active, colour, page, fileId, element: elementOf(passage) };
}

/** The picture of a captured page that an area passage marks, as a CSS selector; null for other passages. */
export function elementOf({ kind, selectors }: Pick<Passage, 'kind' | 'selectors'>): string | null {
  const named = kind === 'area' ? selectors.find((selector) => selector.type === 'CssSelector') : undefined;
  return named?.value ?? null;
}

function fromTarget(target: PassageTarget | null): PlacedArea | null {
  if (target === null || !('area' in target) || target.area === undefined || 'time' in target) return null;
  const page = 'page' in target ? (target.page ?? null) : null;
  const fileId = 'fileId' in target && typeof target.fileId === 'string' ? target.fileId : null;
  const element = 'element' in target ? (target.element ?? null) : null;
  return { id: newArea, box: target.area, label: t('reader.area.new'), isActive: true, page, fileId, element };
}
