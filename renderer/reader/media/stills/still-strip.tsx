import { useMemo } from 'react';
import { clockCode } from '#shared/media/clock-code.ts';
import type { ItemFile } from '#shared/model/items.ts';
import { t } from '../../../messages/index.ts';
import { blobUrl } from '../../blob-url.ts';

/** The stills kept of a recording, in the order of their times; pressing one goes to its frame. */
export function StillStrip({ files, fileId, onSeek }: { files: readonly ItemFile[]; fileId: string; onSeek: (seconds: number) => void }) {
  const stills = useMemo(() => stillsOf(files, fileId), [files, fileId]);
  if (stills.length === 0) return null;
  return (
    <ul className="media-stills" aria-label={t('reader.media.stills')}>
      {stills.map(({ file, time }) => (
        <li key={file.id}>
          <button type="button" className="media-still" title={file.name} onClick={() => onSeek(time)}>
            <img src={blobUrl(file)} alt={t('reader.media.still.at', { time: clockCode(time) })} loading="lazy" draggable={false} />
            <span className="mono">{clockCode(time)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function stillsOf(files: readonly ItemFile[], fileId: string): { file: ItemFile; time: number }[] {
  return files
    .flatMap((file) => {
      const time = file.toolParameters?.['timeSeconds'];
      return file.role === 'still' && file.parentFileId === fileId && typeof time === 'number' ? [{ file, time }] : [];
    })
    .sort((one, other) => one.time - other.time);
}
