import { useEffect, useRef } from 'react';
import type { Item } from '#shared/model/items.ts';
import type { Passage } from '#shared/model/passages.ts';
import type { Focus } from '../../shell/session.ts';
import { elementOf } from '../areas/use-area-marks.ts';
import type { View } from '../views.ts';

type Asked = { item: Item; focus: Focus | null; passages: readonly Passage[]; view: View; onView: (view: View) => void };

/** A passage asked for is shown in a view that can show it: words in either view of words, an area on its own picture. */
export function useViewOfPassage({ item, focus, passages, view, onView }: Asked): void {
  const done = useRef<number | null>(null);
  useEffect(() => {
    const passage = passages.find(({ id }) => id === focus?.passageId);
    if (focus === null || passage === undefined || done.current === focus.nonce) return;
    done.current = focus.nonce;
    const fitting = viewsOfPassage(item, passage);
    if (fitting.length > 0 && !fitting.includes(view)) onView(fitting[0]!);
  }, [item, focus, passages, view, onView]);
}

/** Views of a web page that show a passage, the best first; none where an item has one view only. */
export function viewsOfPassage(
  item: Pick<Item, 'type' | 'files'>,
  passage: Pick<Passage, 'kind' | 'selectors' | 'fileId'>,
): readonly View[] {
  if (item.type !== 'web') return [];
  if (passage.kind === 'words') return ['captured', 'reading'];
  if (elementOf(passage) !== null) return ['captured'];
  const role = item.files.find(({ id }) => id === passage.fileId)?.role;
  return role === 'screenshot' ? ['screenshot'] : [];
}
