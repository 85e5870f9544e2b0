import type { ItemFile } from '#shared/model/items.ts';
import { t } from '../../messages/index.ts';
import { blobUrl } from '../blob-url.ts';

export function ScreenshotViewer({ file, title }: { file: ItemFile; title: string }) {
  const label = t('reader.web.screenshot', { title });
  return (
    <div className="screenshot" tabIndex={0} role="group" aria-label={label}>
      <img src={blobUrl(file)} alt={label} draggable={false} />
    </div>
  );
}
