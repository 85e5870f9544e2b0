import { lazy, Suspense } from 'react';
import type { Item, ItemFile } from '#shared/model/items.ts';
import { t } from '../messages/index.ts';
import { useText } from './use-text.ts';
import { PictureStage } from './stages/picture-stage.tsx';
import { Player } from './stages/player.tsx';

const PdfStage = lazy(async () => ({ default: (await import('./stages/pdf-stage.tsx')).PdfStage }));

/** A copy as whoever gets it will see it. */
export function CopyView({ item, file, page }: { item: Item; file: ItemFile; page: number }) {
  if (file.mediaType === 'application/pdf')
    return (
      <Suspense fallback={null}>
        <PdfStage file={file} list={[]} onAdd={null} page={page} />
      </Suspense>
    );
  if (file.mediaType.startsWith('image/')) return <PictureStage file={file} name={item.title} list={[]} onAdd={null} />;
  if (file.mediaType.startsWith('text/')) return <TextView file={file} name={item.title} />;
  return (
    <div className="redaction-stage">
      <div className="redaction-scroll">
        <Player file={file} name={item.title} hasPicture={file.mediaType.startsWith('video/')} />
      </div>
    </div>
  );
}

function TextView({ file, name }: { file: ItemFile; name: string }) {
  const words = useText(file);
  return (
    <textarea
      className="redaction-text selectable"
      readOnly
      dir="auto"
      aria-label={t('redaction.words.label', { name })}
      value={words ?? ''}
    />
  );
}
