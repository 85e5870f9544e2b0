import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Passage } from '#shared/model/passages.ts';
import { passagesAt } from './passage-range.ts';
import type { PlacedPassage } from './use-marks.ts';

/** Passages that lie over one another where a person pressed or points; `rect`: the letter, in the window. */
export type Under = { passages: readonly Passage[]; rect: DOMRect | null };

export type PassagesUnder = {
  /** More than one passage was pressed; the person chooses. */
  choice: Under | null;
  hovered: Under | null;
  onPress: (offset: number, rect?: DOMRect | null) => void;
  onHover: (offset: number | null, rect: DOMRect | null) => void;
  choose: (passageId: string | null) => void;
};

/** What lies under the pointer: one passage opens when pressed, several offer a choice. Shortest first, which is the one most likely meant. */
export function usePassagesUnder(placed: readonly PlacedPassage[], onOpen: (passageId: string) => void): PassagesUnder {
  const [choice, setChoice] = useState<Under | null>(null);
  const [hovered, setHovered] = useState<Under | null>(null);
  useEffect(() => {
    setChoice(null);
    setHovered(null);
  }, [placed]);
  const onPress = useCallback(
    (offset: number, rect: DOMRect | null = null) => {
      const passages = passagesAt(placed, offset);
      setHovered(null);
      if (passages.length > 1) return setChoice({ passages, rect });
      setChoice(null);
      if (passages[0] !== undefined) onOpen(passages[0].id);
    },
    [placed, onOpen],
  );
  const onHover = useCallback(
    (offset: number | null, rect: DOMRect | null) => {
      const passages = offset === null ? [] : passagesAt(placed, offset);
      setHovered((before) => (passages.length === 0 ? null : samePassages(before?.passages, passages) ? before : { passages, rect }));
    },
    [placed],
  );
  const choose = useCallback(
    (passageId: string | null) => {
      setChoice(null);
      if (passageId !== null) onOpen(passageId);
    },
    [onOpen],
  );
  return useMemo(() => ({ choice, hovered, onPress, onHover, choose }), [choice, hovered, onPress, onHover, choose]);
}

function samePassages(one: readonly Passage[] | undefined, other: readonly Passage[]): boolean {
  return one !== undefined && one.length === other.length && one.every(({ id }, at) => id === other[at]?.id);
}
