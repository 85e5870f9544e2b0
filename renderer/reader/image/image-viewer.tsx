import './image-viewer.css';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { CanonicalText, ItemFile } from '#shared/model/items.ts';
import type { Passage } from '#shared/model/passages.ts';
import { t } from '../../messages/index.ts';
import { PictureWords } from '../../ocr/word-layer.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Gap } from '../../ui/page.tsx';
import { blobUrl } from '../blob-url.ts';
import type { WordsProps } from '../surface/use-surfaces.ts';
import { AreaMarks } from './area-marks.tsx';

type Size = { width: number; height: number };
const steps = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8];
/** Room round a picture that fits the window, in CSS pixels. */
const MARGIN = 32;

type ImageViewerProps = {
  file: ItemFile;
  title: string;
  passages: readonly Passage[];
  onOpenPassage: (passageId: string) => void;
  /** Words that were read from the picture, to be laid over it. */
  read: { text: CanonicalText; words: WordsProps } | null;
};

/** A picture at any size. What is kept is never changed by looking closer. */
export function ImageViewer({ file, title, passages, onOpenPassage, read }: ImageViewerProps) {
  const [zoom, setZoom] = useState<number | 'fit'>('fit');
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [natural, setNatural] = useState<Size | null>(null);
  const [failed, setFailed] = useState(false);
  const fitted = useFit(scroller, natural);
  const factor = zoom === 'fit' ? fitted : zoom;
  return (
    <div className="picture">
      <div className="viewer-tools" role="toolbar" aria-label={t('reader.image.tools')}>
        {natural === null ? null : <span className="muted number">{t('reader.image.size', natural)}</span>}
        <Gap />
        <IconButton
          label={t('reader.zoom.out')}
          icon={Minus}
          onPress={() => setZoom(steps.findLast((step) => step < factor - 0.01) ?? steps[0]!)}
        />
        <span className="viewer-number number" aria-live="polite">
          {t('reader.zoom.percent', { percent: Math.round(factor * 100) })}
        </span>
        <IconButton
          label={t('reader.zoom.in')}
          icon={Plus}
          onPress={() => setZoom(steps.find((step) => step > factor + 0.01) ?? steps.at(-1)!)}
        />
        <IconButton label={t('reader.zoom.fit')} icon={Maximize} onPress={() => setZoom('fit')} />
      </div>
      <div className="picture-scroller" ref={setScroller} tabIndex={0} role="group" aria-label={title}>
        {failed ? (
          <p className="picture-failed" role="alert">
            {t('reader.image.failed')}
          </p>
        ) : null}
        <div
          className="picture-frame"
          hidden={failed}
          style={natural === null ? { visibility: 'hidden' } : { inlineSize: natural.width * factor }}
        >
          <img
            src={blobUrl(file)}
            alt={title}
            draggable={false}
            onLoad={({ currentTarget: img }) => setNatural({ width: img.naturalWidth, height: img.naturalHeight })}
            onError={() => setFailed(true)}
          />
          {read === null || natural === null || natural.height === 0 ? null : (
            <PictureWords text={read.text} words={read.words} aspect={natural.width / natural.height} />
          )}
          <AreaMarks passages={passages} onOpen={onOpenPassage} />
        </div>
      </div>
    </div>
  );
}

/** The factor at which the whole picture shows, never larger than it is. */
function useFit(scroller: HTMLElement | null, natural: Size | null): number {
  const [room, setRoom] = useState<Size | null>(null);
  useEffect(() => {
    if (scroller === null) return;
    const observer = new ResizeObserver(() => setRoom({ width: scroller.clientWidth - MARGIN, height: scroller.clientHeight - MARGIN }));
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [scroller]);
  if (room === null || natural === null || natural.width === 0 || natural.height === 0) return 1;
  return Math.max(0.01, Math.min(1, room.width / natural.width, room.height / natural.height));
}
