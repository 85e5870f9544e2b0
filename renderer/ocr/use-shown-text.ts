import { useMemo, useState } from 'react';
import type { HoldfastError } from '#shared/errors.ts';
import type { CanonicalText, Item, TextHead } from '#shared/model/items.ts';
import { usePassages } from '../reader/marks/use-marks.ts';
import { useCall } from '../shell/engine.ts';
import type { Focus } from '../shell/session.ts';

/** Which of an item's texts is read, found and marked in, and the way to another. */
export type ShownText = {
  /** Undefined while it is on its way, null when the item has none. */
  data: CanonicalText | null | undefined;
  error: HoldfastError | null;
  refetch: () => Promise<unknown>;
  /** Those that can be laid over the same pages or picture, the words of the file first. */
  texts: readonly TextHead[];
  choose: (fileId: string) => void;
};

const none: readonly TextHead[] = [];

/**
 * The words of the file itself, or, where it has none, those read from it last; the text of a passage that is asked for;
 * else what the person chose since.
 */
export function useShownText(item: Item | undefined, itemId: string, focus: Focus | null): ShownText {
  const listed = useCall('items.texts', { id: itemId });
  const passages = usePassages(itemId);
  const nonce = focus?.nonce ?? 0;
  const [picked, setPicked] = useState<{ fileId: string; nonce: number } | null>(null);
  const texts = useMemo(() => overSamePages(item, listed.data?.texts ?? none), [item, listed.data]);
  const has = (fileId: string | null | undefined) => texts.some((text) => text.fileId === fileId);
  const asked = focus === null ? undefined : passages.find(({ id, kind }) => id === focus.passageId && kind === 'words');
  const usual = usualText(texts);
  const canonical = texts.find(({ kind }) => kind === 'canonical')?.fileId ?? null;
  const wanted = picked?.nonce === nonce ? picked.fileId : asked === undefined ? usual : (asked.textFileId ?? canonical);
  const fileId = has(wanted) ? wanted : usual;
  const text = useCall('items.text', fileId === canonical || fileId === null ? { id: itemId } : { id: itemId, fileId }, {
    enabled: listed.data !== undefined,
  });
  return {
    data: listed.data === undefined || item === undefined ? undefined : text.data,
    error: listed.error ?? text.error,
    refetch: () => Promise.all([listed.refetch(), text.refetch()]),
    texts,
    choose: (chosen) => setPicked({ fileId: chosen, nonce }),
  };
}

/** Of a page from the web only its own text is laid over what is shown. */
function overSamePages(item: Item | undefined, texts: readonly TextHead[]): readonly TextHead[] {
  const original = item?.files.find(({ role }) => role === 'original')?.id;
  const isOfOriginal = (fileId: string) => item?.files.find(({ id }) => id === fileId)?.parentFileId === original;
  const isPaper = item?.type === 'pdf' || item?.type === 'image';
  return texts.filter(({ kind, fileId }) => kind === 'canonical' || (isPaper && kind === 'ocr' && isOfOriginal(fileId)));
}

function usualText(texts: readonly TextHead[]): string | null {
  const canonical = texts.find(({ kind, length }) => kind === 'canonical' && length > 0);
  return (canonical ?? texts.findLast(({ kind }) => kind === 'ocr') ?? texts[0])?.fileId ?? null;
}
