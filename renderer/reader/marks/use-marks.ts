import { useMemo } from 'react';
import type { TextRange } from '#shared/anchoring/find-matches.ts';
import type { CanonicalText } from '#shared/model/items.ts';
import type { Passage } from '#shared/model/passages.ts';
import { useSession } from '../../shell/session.ts';
import type { PaintName } from '../surface/paint.ts';
import type { Paint } from '../surface/surface-set.ts';
import type { Find } from '../find/use-find.ts';
import { passageRange } from './passage-range.ts';

export type PlacedPassage = { passage: Passage; range: TextRange };

/** The passages of one text of an item, each where it stands in it. */
export function usePlaced(passages: readonly Passage[], text: CanonicalText | null): readonly PlacedPassage[] {
  return useMemo(() => {
    if (text === null) return [];
    const fileId = text.kind === 'canonical' ? null : text.fileId;
    return passages.flatMap((passage) => {
      if (passage.textFileId !== fileId) return [];
      const range = passageRange(passage, text.text);
      return range === null ? [] : [{ passage, range }];
    });
  }, [passages, text]);
}

/** The passage the inspector or the claim form is about, or the words of one not kept yet. */
export function useActive(itemId: string, placed: readonly PlacedPassage[]): TextRange | null {
  const inspector = useSession((state) => state.inspector);
  return useMemo(() => {
    if (inspector.kind === 'passage-form' && inspector.itemId === itemId && 'start' in inspector.target) return inspector.target;
    const id = 'passageId' in inspector ? inspector.passageId : null;
    return placed.find(({ passage }) => passage.id === id)?.range ?? null;
  }, [inspector, itemId, placed]);
}

/** What to draw over the words. */
export function usePaint(placed: readonly PlacedPassage[], active: TextRange | null, find: Find, held: TextRange | null): Paint {
  const { found, current, isOpen } = find;
  const marks = useMemo(() => markPaint(placed), [placed]);
  return useMemo(() => {
    const keepsColour = placed.some(({ passage, range }) => range === active && passage.colour !== null);
    const now = isOpen ? found[current] : (held ?? undefined);
    return {
      ...marks,
      find: isOpen ? nearest(found, current) : [],
      'current-find': now === undefined ? [] : [now],
      active: active === null || keepsColour ? [] : [active],
      'active-line': active !== null && keepsColour ? [active] : [],
    };
  }, [marks, placed, active, found, current, isOpen, held]);
}

/** Each passage in the colour of its tag, else by whether a claim stands on it; pure. */
export function markPaint(placed: readonly PlacedPassage[]): Paint {
  const paint: Partial<Record<PaintName, TextRange[]>> = {};
  const add = (name: PaintName, range: TextRange) => (paint[name] ??= []).push(range);
  for (const { passage, range } of placed) {
    const { colour } = passage;
    const isClaimed = passage.claimIds.length > 0;
    add(colour === null ? (isClaimed ? 'claimed' : 'passage') : `tag-${colour}`, range);
    if (colour !== null && isClaimed) add('claimed-line', range);
  }
  return paint;
}

/** Drawing thousands of finds at once is slow and helps nobody; those round the current one are drawn. */
const DRAWN = 1000;

function nearest(found: readonly TextRange[], current: number): readonly TextRange[] {
  const from = Math.max(0, current - DRAWN / 2);
  return found.slice(from, from + DRAWN);
}
