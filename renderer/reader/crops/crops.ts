import { create } from 'zustand';

/** More small pictures than are looked at in one sitting; the oldest go first. */
const MOST = 500;

/** Small pictures of area passages, by passage, as the page that holds them drew them; the window itself cannot read a captured page. */
const useCrops = create<{ pictures: ReadonlyMap<string, string> }>(() => ({ pictures: new Map() }));

/** Remembers a small picture (`data:` address) until the window closes. */
export function keepCrop(passageId: string, picture: string): void {
  useCrops.setState(({ pictures }) => {
    if (pictures.get(passageId) === picture) return { pictures };
    const kept = [...pictures].filter(([id]) => id !== passageId).slice(-(MOST - 1));
    return { pictures: new Map([...kept, [passageId, picture]]) };
  });
}

/** The small picture of a passage, when its page has been open. */
export function useCrop(passageId: string): string | null {
  return useCrops(({ pictures }) => pictures.get(passageId) ?? null);
}
