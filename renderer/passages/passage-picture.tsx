import './passage-picture.css';
import type { Item, ItemFile } from '#shared/model/items.ts';
import type { Passage } from '#shared/model/passages.ts';
import { blobUrl } from '../reader/blob-url.ts';
import { useVeil } from '../reader/veil/use-veil.ts';
import type { AreaBox } from '../reader/areas/area-box.ts';
import { areaOf } from '../reader/areas/area-of.ts';

/** The marked part of a picture, small; nothing where there is no picture to cut it from. Graphic items are veiled. */
export function PassagePicture({ passage, item }: { passage: Passage; item: Pick<Item, 'id' | 'type' | 'files' | 'graphic'> }) {
  const { isVeiled } = useVeil(item);
  const picture = pictureOf(passage, item);
  if (picture === null) return null;
  const { file, area } = picture;
  return (
    <span className="passage-picture" data-veiled={isVeiled} aria-hidden>
      <img alt="" src={blobUrl(file)} loading="lazy" decoding="async" style={area === null ? {} : { objectViewBox: inset(area) }} />
    </span>
  );
}

/** Which file a passage's picture is cut from, and where: the picture itself, the screenshot or still it was measured on. */
export function pictureOf(passage: Passage, item: Pick<Item, 'type' | 'files'>): { file: ItemFile; area: AreaBox | null } | null {
  const area = areaOf(passage);
  const named = passage.fileId === null ? undefined : item.files.find(({ id }) => id === passage.fileId);
  const own = item.type === 'image' ? item.files.find(({ role }) => role === 'original') : undefined;
  const still = item.files.find((file) => isStillOf(file, passage));
  const file = area === null ? still : (named ?? own ?? still);
  if (file === undefined || !file.mediaType.startsWith('image/')) return null;
  return { file, area };
}

/** A still kept from within the stretch of time the passage marks. */
function isStillOf({ role, toolParameters }: ItemFile, { from, to }: Passage): boolean {
  const time = toolParameters?.['time'];
  return role === 'still' && typeof time === 'number' && from !== null && to !== null && time >= from && time <= to;
}

/** CSS Images Module Level 5, `object-view-box`: how much is cut off each side, in percent. */
function inset({ x, y, width, height }: AreaBox): string {
  return `inset(${y}% ${Math.max(0, 100 - x - width)}% ${Math.max(0, 100 - y - height)}% ${x}%)`;
}
