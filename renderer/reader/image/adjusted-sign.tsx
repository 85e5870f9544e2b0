import { isAdjusted, type Adjustments } from '#shared/model/adjustments.ts';
import type { ItemFile } from '#shared/model/items.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/button.tsx';

type AdjustedSignProps = { values: Adjustments; file: ItemFile; onReset: () => void; onOriginal: () => void };

/** Says, over the picture, that what is seen is not what was kept. Never leaves while that is so. */
export function AdjustedSign({ values, file, onReset, onOriginal }: AdjustedSignProps) {
  const isDerived = file.role === 'adjusted';
  if (!isAdjusted(values) && !isDerived) return null;
  return (
    <div className="adjusted-sign" role="status">
      <strong>{t(isDerived ? 'reader.image.derived' : 'reader.image.adjusted')}</strong>
      {isDerived ? (
        <Button size="s" onPress={onOriginal}>
          {t('reader.image.original')}
        </Button>
      ) : null}
      {isAdjusted(values) ? (
        <Button size="s" onPress={onReset}>
          {t('reader.image.reset')}
        </Button>
      ) : null}
    </div>
  );
}
