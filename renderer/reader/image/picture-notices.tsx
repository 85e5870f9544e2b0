import { useEffect, useState } from 'react';
import type { Item, ItemFile } from '#shared/model/items.ts';
import { t } from '../../messages/index.ts';
import { blobUrl } from '../blob-url.ts';
import { lyingEnding } from './name-tells.ts';
import { pixelSize } from './shown-file.ts';

/** What must be known of a picture that could mislead whoever looks at it. */
export function PictureNotices({ item, file }: { item: Item; file: ItemFile }) {
  const original = item.files.find(({ role }) => role === 'original');
  const frames = useFrames(file);
  if (original === undefined) return null;
  const ending = lyingEnding(item.originalName, original.mediaType);
  const size = pixelSize(item) ?? { width: 0, height: 0 };
  const lines = [
    ...(ending === null ? [] : [t('reader.image.ending', { ending, type: original.mediaType })]),
    ...(item.gaps.some(({ reason }) => reason === 'image-damaged') ? [t('reader.image.damaged')] : []),
    ...(file.role === 'proxy' ? [t('reader.image.preview', { ...size, tool: file.tool ?? '', type: original.mediaType })] : []),
    ...(frames > 1 ? [t('reader.image.moving', { count: frames })] : []),
    ...(original.mediaType === 'image/svg+xml' ? [t('reader.image.drawing')] : []),
  ];
  return lines.map((line) => (
    <p className="reader-warning reader-warning-pending" role="status" key={line}>
      {line}
    </p>
  ));
}

const mayMove = new Set(['image/gif', 'image/webp', 'image/apng', 'image/avif', 'image/png']);

/** How many frames a picture has; 1 until known, and where the browser cannot tell. */
function useFrames(file: ItemFile): number {
  const [frames, setFrames] = useState(1);
  useEffect(() => {
    if (!mayMove.has(file.mediaType)) return;
    const abort = new AbortController();
    void countFrames(file, abort.signal).then(
      (count) => !abort.signal.aborted && setFrames(count),
      () => undefined,
    );
    return () => abort.abort();
  }, [file]);
  return frames;
}

async function countFrames(file: ItemFile, signal: AbortSignal): Promise<number> {
  const { body } = await fetch(blobUrl(file), { signal });
  if (body === null) return 1;
  const decoder = new ImageDecoder({ data: body, type: file.mediaType === 'image/apng' ? 'image/png' : file.mediaType });
  try {
    await decoder.tracks.ready;
    await decoder.completed;
    return decoder.tracks.selectedTrack?.frameCount ?? 1;
  } finally {
    decoder.close();
  }
}
