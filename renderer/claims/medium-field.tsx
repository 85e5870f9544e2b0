import { hopMedia } from '#shared/model/vocabulary.ts';
import { t } from '../messages/index.ts';
import { ComboBox } from '../ui/combo-box.tsx';
import { useRecent } from './use-terms.ts';

/** In what medium words were handed on: the usual ones are offered, any words stand. */
export function MediumField({ value, onChange }: { value: string; onChange: (medium: string) => void }) {
  const recent = useRecent().via.map(({ medium }) => medium);
  const all = [...new Set([...recent.filter((medium) => medium !== ''), ...hopMedia])];
  const typed = value.trim().toLowerCase();
  const fitting = all.includes(value) || typed === '' ? all : all.filter((medium) => medium.toLowerCase().includes(typed));
  return (
    <ComboBox
      aria-label={t('claim.via.medium')}
      placeholder={t('claim.via.medium.hint')}
      options={fitting.map((medium) => ({ id: medium, label: medium }))}
      inputValue={value}
      onInputChange={onChange}
      value={all.includes(value) ? value : null}
      onChoose={(id) => id !== null && onChange(id)}
    />
  );
}
