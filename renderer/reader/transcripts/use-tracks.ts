import { useEffect, useMemo, useState } from 'react';
import { create } from 'zustand';
import type { Item } from '#shared/model/items.ts';
import { useCall } from '../../shell/engine.ts';
import type { Focus } from '../../shell/session.ts';
import { shownOf, tracksOf, translates, type Chosen, type Shown, type Track } from './tracks.ts';

/** What a person chose to see along with each recording, while the window lives. */
const useChosen = create<Record<string, Chosen>>(() => ({}));
const nothing: Chosen = {};
const none: readonly Track[] = [];

export function chooseTracks(itemId: string, chosen: Chosen): void {
  useChosen.setState((before) => ({ [itemId]: { ...before[itemId], ...chosen } }));
}

/** The texts of a recording and which of them are shown. */
export function useTracks(itemId: string, enabled = true): { tracks: readonly Track[]; shown: Shown; isKnown: boolean } {
  const { data } = useCall('items.texts', { id: itemId }, { enabled });
  const chosen = useChosen((state) => state[itemId]) ?? nothing;
  const tracks = useMemo(() => (data === undefined ? none : tracksOf(data.texts)), [data]);
  const shown = useMemo(() => shownOf(tracks, chosen), [tracks, chosen]);
  return { tracks, shown, isKnown: data !== undefined || !enabled };
}

/** The text shown along with a recording; undefined for the canonical one. */
export function useRecordingText(item: Item | undefined, focus: Focus | null): { fileId: string | undefined; isKnown: boolean } {
  const { tracks, shown, isKnown } = useTracks(item?.id ?? '', item !== undefined);
  useTracksOfFocus(item?.id ?? '', item === undefined ? null : focus, tracks);
  return { fileId: shown.main ?? undefined, isKnown: item !== undefined && isKnown };
}

/** A passage asked for brings the text its words stand in, and beside a translation what it is of. */
function useTracksOfFocus(itemId: string, focus: Focus | null, tracks: readonly Track[]): void {
  const passage = useCall('passages.get', { id: focus?.passageId ?? '' }, { enabled: focus !== null }).data;
  const [done, setDone] = useState(-1);
  useEffect(() => {
    if (focus === null || passage?.id !== focus.passageId || passage.kind !== 'words' || done === focus.nonce) return;
    const track = tracks.find(({ fileId, kind }) => (passage.textFileId === null ? kind === 'canonical' : fileId === passage.textFileId));
    if (track === undefined) return;
    setDone(focus.nonce);
    const source = track.kind === 'translation' ? translates(track) : null;
    const isThere = tracks.some(({ fileId }) => fileId === source);
    chooseTracks(itemId, isThere ? { main: source, beside: track.fileId } : { main: track.fileId });
  }, [itemId, focus, passage, tracks, done]);
}
