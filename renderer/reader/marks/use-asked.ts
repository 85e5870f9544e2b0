import { useEffect, useState } from 'react';
import type { Passage } from '#shared/model/passages.ts';
import type { Focus } from '../../shell/session.ts';
import type { Reveal } from '../surface/use-surfaces.ts';
import type { PlacedPassage } from './use-marks.ts';

/** A passage to show; a new object each time it is asked. */
export type Asked = { passage: Passage; nonce: number };

/** Where a passage asked for is: in words, in a recording (seconds), in a picture. */
export type AskedPlace = {
  asked: Asked | null;
  reveal: Reveal | null;
  seek: { time: number; nonce: number } | null;
  area: { id: string; nonce: number } | null;
};

const nowhere: AskedPlace = { asked: null, reveal: null, seek: null, area: null };

/** Turns a passage asked for into places to go to, once the passage and, for words, the text are here. */
export function useAsked(
  focus: Focus | null,
  passages: readonly Passage[],
  placed: readonly PlacedPassage[],
  hasText: boolean,
): AskedPlace {
  const [done, setDone] = useState<(AskedPlace & { nonce: number }) | null>(null);
  useEffect(() => {
    const passage = passages.find(({ id }) => id === focus?.passageId);
    if (focus === null || passage === undefined || done?.nonce === focus.nonce) return;
    const { nonce } = focus;
    // Words cannot be gone to before they are here.
    if (passage.start !== null && !hasText) return;
    const range = placed.find((one) => one.passage.id === passage.id)?.range ?? null;
    setDone({
      nonce,
      asked: { passage, nonce },
      reveal: range === null ? null : { range, nonce },
      seek: passage.from === null ? null : { time: passage.from, nonce },
      area: passage.kind === 'area' ? { id: passage.id, nonce } : null,
    });
  }, [focus, passages, placed, done, hasText]);
  return done ?? nowhere;
}
