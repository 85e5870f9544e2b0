import { useMemo } from 'react';
import type { TextRange } from '#shared/anchoring/find-matches.ts';
import type { CanonicalText } from '#shared/model/items.ts';
import type { Passage } from '#shared/model/passages.ts';
import { useCall } from '../../shell/engine.ts';
import { useSession } from '../../shell/session.ts';
import type { Paint } from '../surface/surface-set.ts';
import type { Find } from '../find/use-find.ts';
import { passageRange } from './passage-range.ts';

export type PlacedPassage = { passage: Passage; range: TextRange };

const none: readonly Passage[] = [];

/** The passages of an item, in the order they stand in it. */
export function usePassages(itemId: string): readonly Passage[] {
  return useCall('passages.list', { itemId, limit: 1000 }).data?.rows ?? none;
}

/** Those that stand in this text of the item; others count in another one. */
export function usePlaced(passages: readonly Passage[], text: CanonicalText | null): readonly PlacedPassage[] {
  return useMemo(() => {
    if (text === null) return [];
    return passages.flatMap((passage) => {
      if (passage.textFileId !== textFileIdOf(text)) return [];
      const range = passageRange(passage, text.text);
      return range === null ? [] : [{ passage, range }];
    });
  }, [passages, text]);
}

/** As passages name the text they stand in: null for the canonical one. */
export function textFileIdOf({ kind, fileId }: Pick<CanonicalText, 'kind' | 'fileId'>): string | null {
  return kind === 'canonical' ? null : fileId;
}

/** The passage the inspector or the claim form is about, or the words of one not kept yet. */
export function useActive(itemId: string, text: CanonicalText | null, placed: readonly PlacedPassage[]): TextRange | null {
  const inspector = useSession((state) => state.inspector);
  return useMemo(() => {
    if (inspector.kind === 'passage-form' && inspector.itemId === itemId && 'start' in inspector.target) {
      const isHere = text !== null && (inspector.target.textFileId ?? null) === textFileIdOf(text);
      return isHere ? inspector.target : null;
    }
    const id = inspector.kind === 'passage' || inspector.kind === 'claim-form' ? inspector.passageId : null;
    return placed.find(({ passage }) => passage.id === id)?.range ?? null;
  }, [inspector, itemId, text, placed]);
}

/** What to draw over the words. */
export function usePaint(placed: readonly PlacedPassage[], active: TextRange | null, find: Find, held: TextRange | null): Paint {
  const { found, current, isOpen } = find;
  return useMemo(() => {
    const ranges = (claimed: boolean) => placed.filter(({ passage }) => passage.claimIds.length > 0 === claimed).map(({ range }) => range);
    const now = isOpen ? found[current] : (held ?? undefined);
    return {
      passage: ranges(false),
      claimed: ranges(true),
      find: isOpen ? nearest(found, current) : [],
      'current-find': now === undefined ? [] : [now],
      active: active === null ? [] : [active],
    };
  }, [placed, active, found, current, isOpen, held]);
}

/** Drawing thousands of finds at once is slow and helps nobody; those round the current one are drawn. */
const DRAWN = 1000;

function nearest(found: readonly TextRange[], current: number): readonly TextRange[] {
  const from = Math.max(0, current - DRAWN / 2);
  return found.slice(from, from + DRAWN);
}
