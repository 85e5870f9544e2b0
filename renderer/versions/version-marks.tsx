import './versions.css';
import type { ItemRow } from '#shared/model/items.ts';
import { t } from '../messages/index.ts';
import { Chip } from '../ui/chip.tsx';

/** What became of a source since it was kept, in a word each. */
export function VersionMarks({ item }: { item: Pick<ItemRow, 'hasNewer' | 'isGone'> }) {
  if (!item.hasNewer && !item.isGone) return null;
  return (
    <span className="version-marks">
      {item.hasNewer ? <Chip title={t('mark.newer.hint')}>{t('mark.newer')}</Chip> : null}
      {item.isGone ? (
        <Chip tone="broken" title={t('mark.gone.hint')}>
          {t('mark.gone')}
        </Chip>
      ) : null}
    </span>
  );
}
