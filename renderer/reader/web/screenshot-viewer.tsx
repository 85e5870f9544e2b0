import type { Item } from '#shared/model/items.ts';
import { t } from '../../messages/index.ts';
import { blobUrl } from '../blob-url.ts';

/** A tall page has several pictures, each going on where the one before ends. */
export function ScreenshotViewer({ item }: { item: Item }) {
  const label = t('reader.web.screenshot', { title: item.title });
  const parts = item.files.filter(({ role }) => role === 'screenshot').sort(byPart);
  return (
    <div className="screenshot" tabIndex={0} role="group" aria-label={label}>
      {parts.map((file, at) => (
        <img key={file.id} src={blobUrl(file)} alt={at === 0 ? label : ''} loading={at === 0 ? 'eager' : 'lazy'} draggable={false} />
      ))}
    </div>
  );
}

type Part = Item['files'][number];

function byPart(a: Part, b: Part): number {
  return partOf(a) - partOf(b);
}

/** `screenshot.png` is the first, then `screenshot-2.png` and so on. */
function partOf({ name }: Part): number {
  return Number(/-(\d+)\.png$/.exec(name)?.[1] ?? 1);
}
