import type { SelectionPreview } from '#shared/model/selection.ts';
import { t } from '../messages/index.ts';
import { Select } from '../ui/select.tsx';
import type { SelectionState } from './selection-state.ts';

type Fates = SelectionState['fates'];

/** Each source that comes with what is chosen: whole, as a redacted copy, or held back. */
export function SourceFates({
  items,
  fates,
  onChange,
}: {
  items: SelectionPreview['items'];
  fates: Fates;
  onChange: (fates: Fates) => void;
}) {
  if (items.length === 0) return <p className="faint">{t('selection.sources.none')}</p>;
  const decide = (itemId: string, choice: string) => {
    const { [itemId]: _before, ...others } = fates;
    if (choice === 'whole') onChange(others);
    else onChange({ ...others, [itemId]: choice === 'withheld' ? 'withheld' : { fileId: choice } });
  };
  return (
    <ul className="selection-list selection-sources" aria-label={t('selection.sources')}>
      {items.map(({ itemId, title, evidence, copies }) => {
        const fate = fates[itemId];
        return (
          <li key={itemId}>
            <span className="truncate" dir="auto" title={title}>
              {title}
            </span>
            <span className="faint">{t('selection.evidence', { count: evidence })}</span>
            <Select
              aria-label={t('selection.fate', { name: title })}
              value={fate === undefined ? 'whole' : fate === 'withheld' ? 'withheld' : fate.fileId}
              onChange={(choice) => decide(itemId, choice)}
              options={[
                { id: 'whole', label: t('selection.fate.whole') },
                { id: 'withheld', label: t('selection.fate.withheld') },
                ...copies.map(({ fileId, createdAt }) => ({
                  id: fileId,
                  label: t('selection.fate.copy', { at: createdAt.slice(0, 16).replace('T', ' ') }),
                })),
              ]}
            />
          </li>
        );
      })}
    </ul>
  );
}
