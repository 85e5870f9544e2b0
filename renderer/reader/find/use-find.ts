import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { TextRange } from '#shared/anchoring/find-matches.ts';
import { foldText } from '#shared/anchoring/folded-text.ts';
import { findInText } from './find-in-text.ts';

export type Find = {
  isOpen: boolean;
  words: string;
  found: readonly TextRange[];
  /** Index into `found`, or -1. */
  current: number;
  /** Counts the steps taken, so that stepping to the same place scrolls to it again. */
  steps: number;
  open: () => void;
  close: () => void;
  type: (words: string) => void;
  step: (by: 1 | -1) => void;
};

const nothing: readonly TextRange[] = [];

/** Finding in the canonical text: complete at once, whatever part of the source has been drawn. */
export function useFind(text: string): Find {
  const [state, setState] = useState({ isOpen: false, words: '', at: 0, steps: 0 });
  const folded = useMemo(() => (state.isOpen ? foldText(text) : null), [state.isOpen, text]);
  const words = useDeferredValue(state.words);
  const found = useMemo(() => (folded === null ? nothing : findInText(folded, words)), [folded, words]);
  return {
    isOpen: state.isOpen,
    words: state.words,
    found,
    current: found.length === 0 ? -1 : state.at % found.length,
    steps: state.steps,
    // Stable, because it is offered as a command.
    open: useCallback(() => setState((before) => ({ ...before, isOpen: true })), []),
    close: () => setState((before) => ({ ...before, isOpen: false })),
    type: (typed) => setState((before) => ({ ...before, words: typed, at: 0, steps: before.steps + 1 })),
    step: (by) =>
      setState((before) => ({
        ...before,
        at: (before.at + by + found.length) % Math.max(1, found.length),
        steps: before.steps + 1,
      })),
  };
}
