import { useCallback, useEffect, useRef, useState } from 'react';
import type { TranscriptDraft } from '#shared/model/transcripts.ts';
import { call } from '../../shell/engine.ts';
import { notifyError } from '../../ui/toast.tsx';

/** How long after the last letter a draft is written down. In milliseconds. */
const PAUSE = 600;

export type DraftState = {
  draft: TranscriptDraft;
  /** Whether everything typed is written down in the case; `new` while there is nothing to write. */
  state: 'new' | 'writing' | 'safe';
  change: (part: Partial<Pick<TranscriptDraft, 'lines' | 'language' | 'translator'>>) => void;
  /** Nothing more is written down: the draft was kept or thrown away. */
  end: () => void;
};

/** A draft that is written down whenever the person pauses, and when the editor goes. */
export function useDraft(first: TranscriptDraft): DraftState {
  const [draft, setDraft] = useState(first);
  // One from a case carries who wrote it down; one begun just now is nowhere yet.
  const [saved, setSaved] = useState(first.updatedBy === '' ? null : first);
  const isBegun = useIsBegun(first, draft);
  const latest = useRef(first);
  const ended = useRef(false);
  const needed = useRef(false);
  const write = useCallback(async () => {
    const now = latest.current;
    if (ended.current || !needed.current) return;
    const { updatedAt: _at, updatedBy: _by, ...rest } = now;
    await call('transcripts.putDraft', rest).then(() => setSaved(now), notifyError);
  }, []);
  useEffect(() => {
    needed.current = isBegun && draft !== saved;
    if (!needed.current) return;
    const timer = setTimeout(() => void write(), PAUSE);
    return () => clearTimeout(timer);
  }, [draft, saved, isBegun, write]);
  useEffect(() => () => void write(), [write]);
  const change = useCallback((part: Parameters<DraftState['change']>[0]) => {
    latest.current = { ...latest.current, ...part };
    needed.current = true;
    setDraft(latest.current);
  }, []);
  const end = useCallback(() => void (ended.current = true), []);
  return { draft, state: draft === saved ? 'safe' : isBegun ? 'writing' : 'new', change, end };
}

/** Whether there is something to lose: a change, or words that stand in no text yet. */
function useIsBegun(first: TranscriptDraft, draft: TranscriptDraft): boolean {
  const isOwn = first.corrects === null && first.lines.some(({ text }) => text.trim() !== '');
  return draft !== first || isOwn;
}
