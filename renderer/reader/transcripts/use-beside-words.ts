import { useCallback, useMemo } from 'react';
import type { CanonicalText } from '#shared/model/items.ts';
import { passagesAt } from '../marks/passage-range.ts';
import { markPaint, useActive, usePlaced } from '../marks/use-marks.ts';
import { useAsked } from '../marks/use-asked.ts';
import { fromWords, type Reading } from '../marks/use-reading.ts';
import type { WordsSelection } from '../surface/surface-set.ts';
import type { WordsProps } from '../surface/use-surfaces.ts';

/** What the words of a second text of the item draw and tell; what is selected there is selected in the reader. */
export function useBesideWords(text: CanonicalText | null, reading: Reading): WordsProps {
  const { passages, focus, select, onOpenPassage } = reading;
  const placed = usePlaced(passages, text);
  const active = useActive(text?.itemId ?? '', placed, text);
  const { reveal } = useAsked(focus, passages, placed, text !== null);
  const paint = useMemo(() => ({ ...markPaint(placed), active: active === null ? [] : [active] }), [placed, active]);
  const onSelect = useCallback(
    (words: WordsSelection | null) => {
      if (text !== null) select(words === null ? null : fromWords(words, text));
    },
    [text, select],
  );
  const onPress = useCallback(
    (offset: number) => {
      const [pressed] = passagesAt(placed, offset);
      if (pressed !== undefined) onOpenPassage(pressed.id);
    },
    [placed, onOpenPassage],
  );
  return useMemo(() => ({ paint, reveal, cleared: 0, onSelect, onPress }), [paint, reveal, onSelect, onPress]);
}
