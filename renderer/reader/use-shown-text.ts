import type { HoldfastError } from '#shared/errors.ts';
import type { CanonicalText, Item, TextHead } from '#shared/model/items.ts';
import { useCall } from '../shell/engine.ts';
import type { Focus } from '../shell/session.ts';
import { useRecordingText } from './transcripts/use-tracks.ts';
import { usePaperText } from './use-paper-text.ts';

/** Which of an item's texts is read, found and marked in, and the way to another. */
export type ShownText = {
  /** Undefined while it is on its way, null when the item has none. */
  data: CanonicalText | null | undefined;
  error: HoldfastError | null;
  refetch: () => Promise<unknown>;
  /** Those that can be laid over the same pages or picture. */
  texts: readonly TextHead[];
  choose: (fileId: string) => void;
};

/**
 * Of a recording the track that is shown, of pages and pictures the text laid over them, of everything else the
 * canonical text. A passage asked for brings the text it stands in.
 */
export function useShownText(item: Item | undefined, itemId: string, focus: Focus | null): ShownText {
  const isRecording = item?.type === 'video' || item?.type === 'audio';
  const recording = useRecordingText(isRecording ? item : undefined, focus);
  const paper = usePaperText(isRecording ? undefined : item, focus);
  const { fileId, isKnown } = isRecording ? recording : paper;
  // Another text of the same recording takes the place of the first without the player starting anew.
  const text = useCall(
    'items.text',
    { id: itemId, ...(fileId === undefined ? {} : { fileId }) },
    { enabled: isKnown, keepPrevious: isRecording },
  );
  return { data: text.data, error: text.error, refetch: text.refetch, texts: paper.texts, choose: paper.choose };
}
