import './area-crop.css';
import { useState } from 'react';
import type { Item } from '#shared/model/items.ts';
import type { Passage } from '#shared/model/passages.ts';
import { t } from '../../messages/index.ts';
import { useCall } from '../../shell/engine.ts';
import { areaOf } from '../areas/area-of.ts';
import { elementOf } from '../areas/use-area-marks.ts';
import { blobUrl } from '../blob-url.ts';
import { shownFile } from '../image/shown-file.ts';
import { useVeil } from '../veil/use-veil.ts';
import { useCrop } from './crops.ts';
import { PdfCrop } from './pdf-crop.tsx';

/** Room of a small picture, in CSS pixels. */
const MOST = { width: 240, height: 150 };

/** What an area passage shows, small; nothing for other passages, and for pages that have not been open. Veiled as the item itself is. */
export function AreaCrop({ passage }: { passage: Passage }) {
  const item = useCall('items.get', { id: passage.itemId }, { enabled: passage.kind === 'area' }).data;
  return passage.kind !== 'area' || item === undefined ? null : <Crop passage={passage} item={item} />;
}

function Crop({ passage, item }: { passage: Passage; item: Item }) {
  const drawn = useCrop(passage.id);
  const veil = useVeil(item).isVeiled ? ' area-crop-veiled' : '';
  if (elementOf(passage) !== null)
    return drawn === null ? null : (
      <span className={`area-crop${veil}`}>
        <img src={drawn} alt={t('reader.area.mark')} />
      </span>
    );
  if (item.type === 'pdf' && passage.fileId === null) return <PdfCrop passage={passage} item={item} veil={veil} />;
  return <FileCrop passage={passage} item={item} veil={veil} />;
}

function FileCrop({ passage, item, veil }: { passage: Passage; item: Item; veil: string }) {
  const [natural, setNatural] = useState<{ width: number; height: number } | null>(null);
  const area = areaOf(passage);
  const file = fileUnder(item, passage);
  if (area === null || file === null) return null;
  const part = natural === null ? null : { width: (natural.width * area.width) / 100, height: (natural.height * area.height) / 100 };
  const scale = part === null ? 1 : Math.min(1, MOST.width / part.width, MOST.height / part.height);
  const box = part === null ? { width: 0, height: 0 } : { width: part.width * scale, height: part.height * scale };
  const image =
    natural === null
      ? { visibility: 'hidden' as const }
      : {
          width: natural.width * scale,
          height: natural.height * scale,
          transform: `translate(${(-area.x / 100) * natural.width * scale}px, ${(-area.y / 100) * natural.height * scale}px)`,
        };
  return (
    <span className={`area-crop${veil}`} style={box}>
      <img
        src={blobUrl(file)}
        alt={t('reader.area.mark')}
        style={image}
        draggable={false}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => setNatural({ width: naturalWidth, height: naturalHeight })}
      />
    </span>
  );
}

/** The picture the area is measured on, when this window can show it. */
function fileUnder(item: Item, passage: Passage): Item['files'][number] | null {
  const file = passage.fileId === null ? null : item.files.find(({ id }) => id === passage.fileId);
  if (file !== null) return file ?? null;
  if (item.type !== 'image') return null;
  const shown = shownFile(item);
  return shown.how === 'shown' || shown.how === 'preview' ? shown.file : null;
}
