import { useCallback, useMemo, useState } from 'react';
import type { TextRange } from '#shared/anchoring/find-matches.ts';
import type { CanonicalText, Item } from '#shared/model/items.ts';
import type { Passage, PassageTarget } from '#shared/model/passages.ts';
import { inspect, type Focus } from '../../shell/session.ts';
import type { Find } from '../find/use-find.ts';
import type { WordsSelection } from '../surface/surface-set.ts';
import type { ReadingPlace, Reveal, WordsProps } from '../surface/use-surfaces.ts';
import { useAreaMarks, type PlacedArea } from '../areas/use-area-marks.ts';
import type { SelectionAct } from './selection-popover.tsx';
import { usePassages } from './all-passages.ts';
import { useAsked, type AskedPlace } from './use-asked.ts';
import { isOfText, useActive, usePaint, usePlaced } from './use-marks.ts';
import { usePassagesUnder, type PassagesUnder } from './use-passages-under.ts';
import { useSelectionActs, type Selected } from './use-selection-acts.ts';

export type TimeRange = { from: number; to: number };

/** Everything a viewer draws and tells while an item is read. */
export type Reading = {
  words: WordsProps;
  passages: readonly Passage[];
  selected: Selected | null;
  /** Selects words of another text of the item, or nothing. */
  select: (selected: Selected | null) => void;
  focus: Focus | null;
  acts: readonly SelectionAct[];
  /** What to show, for viewers that do not show words: those scroll to `words.reveal`. */
  asked: AskedPlace['asked'];
  /** Seconds to go to in a recording; a new object each time it is asked. */
  seek: { time: number; nonce: number } | null;
  /** An area to show; a new object each time it is asked. */
  revealArea: { id: string; nonce: number } | null;
  areas: readonly PlacedArea[];
  /** Passages the pointer is on, and those to choose from. */
  under: PassagesUnder;
  canWrite: boolean;
  /** `rect`: where the tools of the range are, so that its acts can stand beside them. */
  onTimeRange: (range: TimeRange | null, rect: DOMRect | null) => void;
  /** An area was drawn; null lets go of it. `rect`: where it is in the window. */
  onArea: (target: PassageTarget | null, rect: DOMRect | null) => void;
  onOpenPassage: (passageId: string) => void;
  /** Makes what find stands on the selection, so that a keyboard alone can mark words. */
  selectFound: () => void;
  /** Lets go of what is selected. */
  clear: () => void;
};

type Given = {
  item: Item;
  text: CanonicalText | null;
  focus: Focus | null;
  find: Find;
  canWrite: boolean;
  place: { current: ReadingPlace };
};

export function useReading({ item, text, focus, find, canWrite, place }: Given): Reading {
  const passages = usePassages(item.id);
  const placed = usePlaced(passages, text);
  const [selected, setSelected] = useState<Selected | null>(null);
  const [cleared, setCleared] = useState(0);
  const clear = useCallback(() => {
    document.getSelection()?.removeAllRanges();
    setSelected(null);
    setCleared((times) => times + 1);
  }, []);
  const paint = usePaint(placed, useActive(item.id, placed, text), find, heldRange(selected, text));
  const acts = useSelectionActs({ item, text, passages, selected, canWrite, onClear: clear });
  const onSelect = useCallback((words: WordsSelection | null) => setSelected(words === null ? null : fromWords(words, text)), [text]);
  const onOpenPassage = useCallback((passageId: string) => inspect({ kind: 'passage', passageId }), []);
  const under = usePassagesUnder(placed, onOpenPassage);
  const { onPress, onHover } = under;
  const asked = useAsked(focus, passages, placed, text !== null);
  const found = useFoundReveal(find);
  const reveal = newest(asked.reveal, found);
  const words = useMemo(
    () => ({ paint, reveal, cleared, place, onSelect, onPress, onHover }),
    [paint, reveal, cleared, place, onSelect, onPress, onHover],
  );
  const areas = useAreaMarks({ itemId: item.id, passages, selected: selected?.target ?? null });
  return {
    words,
    passages,
    selected,
    select: setSelected,
    focus,
    acts,
    asked: asked.asked,
    seek: asked.seek,
    revealArea: asked.area,
    areas,
    under,
    canWrite,
    onTimeRange: useCallback(
      (range: TimeRange | null, rect: DOMRect | null) => setSelected(range === null ? null : { target: { time: range }, quote: '', rect }),
      [],
    ),
    onArea: useCallback(
      (target: PassageTarget | null, rect: DOMRect | null) => setSelected(target === null ? null : { target, quote: '', rect }),
      [],
    ),
    onOpenPassage,
    selectFound: () => {
      const range = find.found[find.current];
      if (range !== undefined && text !== null)
        setSelected(fromWords({ ...range, quote: text.text.slice(range.start, range.end), rect: null }, text));
    },
    clear,
  };
}

/** Words that are selected without the document's own selection, which would draw itself. */
function heldRange(selected: Selected | null, text: CanonicalText | null): TextRange | null {
  if (selected === null || selected.rect !== null || !('start' in selected.target)) return null;
  return isOfText(selected.target.textFileId ?? null, text) ? selected.target : null;
}

/** Words of a derived text name it. */
export function fromWords({ start, end, quote, rect }: WordsSelection, text: CanonicalText | null): Selected {
  const textFileId = text === null || text.kind === 'canonical' ? {} : { textFileId: text.fileId };
  return { target: { start, end, quote, ...textFileId }, quote, rect };
}

function useFoundReveal({ isOpen, found, current, steps }: Find): Reveal | null {
  const range = isOpen ? found[current] : undefined;
  return useMemo(() => (range === undefined ? null : { range, nonce: steps }), [range, steps]);
}

/** What find stands on leads while find is open; before and after, what was asked for from elsewhere. */
function newest(asked: Reveal | null, found: Reveal | null): Reveal | null {
  return found ?? asked;
}
