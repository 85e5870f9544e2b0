import { ImageOff } from 'lucide-react';
import type { Item } from '#shared/model/items.ts';
import { t } from '../../messages/index.ts';
import { useAct } from '../../shell/engine.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { lyingEnding } from './name-tells.ts';
import { pixelSize } from './shown-file.ts';
import { TagsPanel } from './tags-panel.tsx';

/** An image that cannot be shown as it is: says why, offers a picture made from it, and shows what can be told without. */
export function PreviewOffer({ item, why, canWrite }: { item: Item; why: 'type' | 'pixels'; canWrite: boolean }) {
  const make = useAct('images.keepPreview', { quiet: true });
  const size = pixelSize(item);
  const original = item.files.find(({ role }) => role === 'original');
  const type = original?.mediaType ?? '';
  const ending = lyingEnding(item.originalName, type);
  return (
    <div className="picture">
      <div className="picture-body">
        <div className="preview-offer">
          <ImageOff aria-hidden />
          <h2>{t(why === 'type' ? 'reader.image.offer.type' : 'reader.image.offer.pixels')}</h2>
          <p>
            {why === 'type'
              ? t('reader.image.offer.type.text', { type })
              : t('reader.image.offer.pixels.text', { width: size?.width ?? 0, height: size?.height ?? 0 })}
          </p>
          {ending === null ? null : <p>{t('reader.image.ending', { ending, type })}</p>}
          {make.error === null ? null : <ErrorNotice error={make.error} />}
          {canWrite ? (
            <Button variant="go" isDisabled={make.isPending} onPress={() => make.mutate({ itemId: item.id })}>
              {t(make.isPending ? 'reader.image.offer.making' : 'reader.image.offer.make')}
            </Button>
          ) : (
            <p className="muted">{t('reader.image.offer.read-only')}</p>
          )}
          <p className="faint">{t('reader.image.offer.kept')}</p>
        </div>
        <TagsPanel item={item} />
      </div>
    </div>
  );
}
