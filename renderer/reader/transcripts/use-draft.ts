import { useCallback, useEffect, useRef, useState } from 'react';
import type { TranscriptDraft } from '#shared/model/transcripts.ts';
import { call } from '../../shell/engine.ts';
import { notifyError } from '../../ui/toast.tsx';

/** How long after the last letter a draft is written down. In milliseconds. */
const PAUSE = 600;

export type DraftState = {
  draft: TranscriptDraft;
  /** Whether everything typed is written down in the case. */
  isSafe: boolean;
  change: (part: Partial<Pick<TranscriptDraft, 'lines' | 'language' | 'translator'>>) => void;
  /** Nothing more is written down: the draft was kept or thrown away. */
  end: () => void;
};

/** A draft that is written down whenever the person pauses, and when the editor goes. */
export function useDraft(first: TranscriptDraft): DraftState {
  const [draft, setDraft] = useState(first);
  const [saved, setSaved] = useState(first);
  const latest = useRef(first);
  const ended = useRef(false);
  const write = useCallback(async () => {
    const now = latest.current;
    if (ended.current || now === first) return;
    const { updatedAt: _at, updatedBy: _by, ...rest } = now;
    await call('transcripts.putDraft', rest).then(() => setSaved(now), notifyError);
  }, [first]);
  useEffect(() => {
    if (draft === first) return;
    const timer = setTimeout(() => void write(), PAUSE);
    return () => clearTimeout(timer);
  }, [draft, first, write]);
  useEffect(() => () => void write(), [write]);
  const change = useCallback((part: Parameters<DraftState['change']>[0]) => {
    latest.current = { ...latest.current, ...part };
    setDraft(latest.current);
  }, []);
  const end = useCallback(() => void (ended.current = true), []);
  return { draft, isSafe: draft === saved, change, end };
}
