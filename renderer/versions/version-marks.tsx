import './versions.css';
import type { ItemRow } from '#shared/model/items.ts';
import { t } from '../messages/index.ts';
import { Chip } from '../ui/chip.tsx';

/** What became of a source since it was kept, in a word: gone outranks a newer version. The inspector tells all of it. */
export function VersionMarks({ item: { hasNewer, gone } }: { item: Pick<ItemRow, 'hasNewer' | 'gone'> }) {
  if (gone !== null)
    return (
      <span className="version-mark">
        <Chip tone={gone === 'status' ? 'broken' : 'pending'} title={t(`mark.gone.${gone}.hint`)}>
          {t(`mark.gone.${gone}`)}
        </Chip>
      </span>
    );
  if (!hasNewer) return null;
  return (
    <span className="version-mark">
      <Chip title={t('mark.newer.hint')}>{t('mark.newer')}</Chip>
    </span>
  );
}
