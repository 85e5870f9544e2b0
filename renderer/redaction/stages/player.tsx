import { useState, type ReactNode, type Ref } from 'react';
import type { ItemFile } from '#shared/model/items.ts';
import { blobUrl } from '../../reader/blob-url.ts';

type PlayerProps = {
  file: Pick<ItemFile, 'sha256' | 'mediaType'>;
  name: string;
  hasPicture: boolean;
  hasControls?: boolean;
  player?: Ref<HTMLVideoElement & HTMLAudioElement>;
  /** Laid over the picture, edge to edge. */
  children?: ReactNode;
};

/** A recording that fills the room there is, its picture in its own shape without bars round it. */
export function Player({ file, name, hasPicture, hasControls = true, player, children }: PlayerProps) {
  const [shape, setShape] = useState(16 / 9);
  const parts = { src: blobUrl(file), controls: hasControls, 'aria-label': name, ...(player === undefined ? {} : { ref: player }) };
  if (!hasPicture)
    return (
      <div className="redaction-sound">
        <audio {...parts} />
      </div>
    );
  return (
    <div className="redaction-sheet redaction-film" style={{ '--shape': shape } as React.CSSProperties}>
      <video
        {...parts}
        onLoadedMetadata={({ currentTarget: { videoWidth, videoHeight } }) => videoHeight > 0 && setShape(videoWidth / videoHeight)}
      />
      {children}
    </div>
  );
}
