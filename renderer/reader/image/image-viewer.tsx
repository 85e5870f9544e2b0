import './image-viewer.css';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import type { ItemFile } from '#shared/model/items.ts';
import { t } from '../../messages/index.ts';
import { IconButton } from '../../ui/button.tsx';
import { Gap } from '../../ui/page.tsx';
import { blobUrl } from '../blob-url.ts';

const steps = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8];

/** A picture at any size. What is kept is never changed by looking closer. */
export function ImageViewer({ file, title }: { file: ItemFile; title: string }) {
  const [zoom, setZoom] = useState<number | 'fit'>('fit');
  const [natural, setNatural] = useState<{ width: number; height: number; fitted: number } | null>(null);
  const [failed, setFailed] = useState(false);
  const factor = zoom === 'fit' ? (natural?.fitted ?? 1) : zoom;
  return (
    <div className="picture">
      <div className="viewer-tools" role="toolbar" aria-label={t('reader.image.tools')}>
        {natural === null ? null : <span className="muted number">{t('reader.image.size', natural)}</span>}
        <Gap />
        <IconButton label={t('reader.zoom.out')} icon={Minus} onPress={() => setZoom(steps.findLast((step) => step < factor - 0.01) ?? steps[0]!)} />
        <span className="viewer-number number" aria-live="polite">{t('reader.zoom.percent', { percent: Math.round(factor * 100) })}</span>
        <IconButton label={t('reader.zoom.in')} icon={Plus} onPress={() => setZoom(steps.find((step) => step > factor + 0.01) ?? steps.at(-1)!)} />
        <IconButton label={t('reader.zoom.fit')} icon={Maximize} onPress={() => setZoom('fit')} />
      </div>
      <div className="picture-scroller" tabIndex={0} role="group" aria-label={title}>
        {failed ? <p className="media-failed" role="alert">{t('reader.image.failed')}</p> : null}
        <img
          className={zoom === 'fit' ? 'picture-fit' : 'picture-zoomed'}
          src={blobUrl(file)}
          alt={title}
          draggable={false}
          style={zoom === 'fit' || natural === null ? {} : { inlineSize: natural.width * zoom }}
          onLoad={({ currentTarget: img }) => setNatural({ width: img.naturalWidth, height: img.naturalHeight, fitted: img.clientWidth / (img.naturalWidth || 1) })}
          onError={() => setFailed(true)}
        />
      </div>
    </div>
  );
}
