import { useMemo, useState } from 'react';
import type { Item, TextHead } from '#shared/model/items.ts';
import { useCall } from '../shell/engine.ts';
import type { Focus } from '../shell/session.ts';

type PaperText = {
  /** Undefined for the canonical text. */
  fileId: string | undefined;
  isKnown: boolean;
  /** Those that can be laid over the same pages or picture, the words of the file first. */
  texts: readonly TextHead[];
  choose: (fileId: string) => void;
};

const none: readonly TextHead[] = [];

/**
 * The text laid over pages or a picture: the file's own words, or what was read from it later with a password or by OCR;
 * that of a passage asked for; else what the person chose since.
 */
export function usePaperText(item: Item | undefined, focus: Focus | null): PaperText {
  const isPaper = item?.type === 'pdf' || item?.type === 'image';
  const listed = useCall('items.texts', { id: item?.id ?? '' }, { enabled: isPaper });
  const asked = useCall('passages.get', { id: focus?.passageId ?? '' }, { enabled: isPaper && focus !== null }).data;
  const nonce = focus?.nonce ?? 0;
  const [picked, setPicked] = useState<{ fileId: string; nonce: number } | null>(null);
  const texts = useMemo(() => (item === undefined ? none : overSamePages(item, listed.data?.texts ?? none)), [item, listed.data]);
  const canonical = texts.find(({ kind }) => kind === 'canonical')?.fileId;
  const usual = usualText(texts);
  const ofAsked = asked?.kind === 'words' && asked.id === focus?.passageId ? (asked.textFileId ?? canonical) : usual;
  const wanted = picked?.nonce === nonce ? picked.fileId : ofAsked;
  const fileId = texts.some((text) => text.fileId === wanted) ? wanted : usual;
  return {
    fileId: fileId === canonical ? undefined : fileId,
    isKnown: item !== undefined && (!isPaper || listed.data !== undefined),
    texts,
    choose: (chosen) => setPicked({ fileId: chosen, nonce }),
  };
}

/** What was read from another picture of the item lies over that one alone. */
function overSamePages(item: Item, texts: readonly TextHead[]): readonly TextHead[] {
  const original = item.files.find(({ role }) => role === 'original')?.id;
  const parentOf = (fileId: string) => item.files.find(({ id }) => id === fileId)?.parentFileId;
  return texts.filter(
    ({ kind, fileId }) => kind === 'canonical' || ((kind === 'ocr' || kind === 'unlocked') && parentOf(fileId) === original),
  );
}

function usualText(texts: readonly TextHead[]): string | undefined {
  const own = texts.find(({ kind, length }) => kind === 'canonical' && length > 0) ?? texts.find(({ kind }) => kind === 'unlocked');
  return (own ?? texts.findLast(({ kind }) => kind === 'ocr') ?? texts[0])?.fileId;
}
