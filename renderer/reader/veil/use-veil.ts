import { create } from 'zustand';
import type { Item } from '#shared/model/items.ts';
import { useCaseInfo } from '../../shell/case-info.ts';

/** Graphic items a person asked to see, until the window closes or they are blurred again. */
const useAsked = create<{ itemIds: ReadonlySet<string> }>(() => ({ itemIds: new Set() }));

export function setAsked(itemId: string, isAsked: boolean): void {
  useAsked.setState(({ itemIds }) => {
    const next = new Set(itemIds);
    if (isAsked) next.add(itemId);
    else next.delete(itemId);
    return { itemIds: next };
  });
}

/** Blurs everything again that can be. */
export function veilAll(): void {
  useAsked.setState({ itemIds: new Set() });
}

/** `isGraphic`: it is shown only when asked for, by its own mark or because the case asks it of all media. */
export type Veil = { isGraphic: boolean; isVeiled: boolean };

export function useVeil(item: Pick<Item, 'id' | 'type' | 'graphic'>): Veil {
  const ofAll = useCaseInfo().data?.settings.graphicVeil === 'all';
  const isAsked = useAsked(({ itemIds }) => itemIds.has(item.id));
  const isGraphic = item.graphic || (ofAll && item.type !== 'document');
  return { isGraphic, isVeiled: isGraphic && !isAsked };
}
