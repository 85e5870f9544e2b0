import { useCallback, useEffect, useMemo, useState } from 'react';
import type { TextRange } from '#shared/anchoring/find-matches.ts';
import type { CanonicalText, Item } from '#shared/model/items.ts';
import type { Passage } from '#shared/model/passages.ts';
import { inspect, type Focus } from '../../shell/session.ts';
import type { Find } from '../find/use-find.ts';
import type { WordsSelection } from '../surface/surface-set.ts';
import type { Reveal, WordsProps } from '../surface/use-surfaces.ts';
import { passageAt } from './passage-range.ts';
import type { SelectionAct } from './selection-popover.tsx';
import { textFileIdOf, useActive, usePaint, usePassages, usePlaced } from './use-marks.ts';
import { useSelectionActs, type Selected } from './use-selection-acts.ts';

export type TimeRange = { from: number; to: number };

/** Everything a viewer draws and tells while an item is read. */
export type Reading = {
  words: WordsProps;
  passages: readonly Passage[];
  selected: Selected | null;
  acts: readonly SelectionAct[];
  /** Seconds to go to in a recording; a new object each time it is asked. */
  seek: { time: number; nonce: number } | null;
  /** `rect`: where the tools of the range are, so that its acts can stand beside them. */
  onTimeRange: (range: TimeRange | null, rect: DOMRect | null) => void;
  onOpenPassage: (passageId: string) => void;
  /** Makes what find stands on the selection, so that a keyboard alone can mark words. */
  selectFound: () => void;
  /** Lets go of what is selected. */
  clear: () => void;
};

type Asked = { item: Item; text: CanonicalText | null; focus: Focus | null; find: Find; canWrite: boolean };

export function useReading({ item, text, focus, find, canWrite }: Asked): Reading {
  const passages = usePassages(item.id);
  const placed = usePlaced(passages, text);
  const [selected, setSelected] = useState<Selected | null>(null);
  const [cleared, setCleared] = useState(0);
  const clear = useCallback(() => {
    document.getSelection()?.removeAllRanges();
    setSelected(null);
    setCleared((times) => times + 1);
  }, []);
  const paint = usePaint(placed, useActive(item.id, text, placed), find, heldRange(selected));
  const acts = useSelectionActs({ item, text, passages, selected, canWrite, onClear: clear });
  const textFileId = text === null ? null : textFileIdOf(text);
  const onSelect = useCallback(
    (words: WordsSelection | null) => setSelected(words === null ? null : fromWords(words, textFileId)),
    [textFileId],
  );
  const onOpenPassage = useCallback((passageId: string) => inspect({ kind: 'passage', passageId }), []);
  const onPress = useCallback(
    (offset: number) => {
      const pressed = passageAt(placed, offset);
      if (pressed !== null) onOpenPassage(pressed.id);
    },
    [placed, onOpenPassage],
  );
  const asked = useAsked(focus, passages, placed);
  const found = useFoundReveal(find);
  const reveal = newest(asked.reveal, found);
  const words = useMemo(() => ({ paint, reveal, cleared, onSelect, onPress }), [paint, reveal, cleared, onSelect, onPress]);
  return {
    words,
    passages,
    selected,
    acts,
    seek: asked.seek,
    onTimeRange: useCallback(
      (range: TimeRange | null, rect: DOMRect | null) => setSelected(range === null ? null : { target: { time: range }, quote: '', rect }),
      [],
    ),
    onOpenPassage,
    selectFound: () => {
      const range = find.found[find.current];
      if (range !== undefined && text !== null)
        setSelected(fromWords({ ...range, quote: text.text.slice(range.start, range.end), rect: null }, textFileId));
    },
    clear,
  };
}

/** Words that are selected without the document's own selection, which would draw itself. */
function heldRange(selected: Selected | null): TextRange | null {
  return selected !== null && selected.rect === null && 'start' in selected.target ? selected.target : null;
}

function fromWords({ start, end, quote, rect }: WordsSelection, textFileId: string | null): Selected {
  return { target: { start, end, quote, ...(textFileId === null ? {} : { textFileId }) }, quote, rect };
}

/** Turns a passage asked for into a place to scroll to and a time to seek to, once the passage is known. */
function useAsked(
  focus: Focus | null,
  passages: readonly Passage[],
  placed: ReturnType<typeof usePlaced>,
): { reveal: Reveal | null; seek: Reading['seek'] } {
  const [done, setDone] = useState<{ nonce: number; reveal: Reveal | null; seek: Reading['seek'] } | null>(null);
  useEffect(() => {
    const passage = passages.find(({ id }) => id === focus?.passageId);
    if (focus === null || passage === undefined || done?.nonce === focus.nonce) return;
    const { nonce } = focus;
    const range = placed.find((one) => one.passage.id === passage.id)?.range ?? null;
    setDone({
      nonce,
      reveal: range === null ? null : { range, nonce },
      seek: passage.from === null ? null : { time: passage.from, nonce },
    });
  }, [focus, passages, placed, done]);
  return done ?? { reveal: null, seek: null };
}

function useFoundReveal({ isOpen, found, current, steps }: Find): Reveal | null {
  const range = isOpen ? found[current] : undefined;
  return useMemo(() => (range === undefined ? null : { range, nonce: steps }), [range, steps]);
}

/** What find stands on leads while find is open; before and after, what was asked for from elsewhere. */
function newest(asked: Reveal | null, found: Reveal | null): Reveal | null {
  return found ?? asked;
}
