import { useMemo } from 'react';
import { actKinds, type ActKind } from '#shared/model/custody.ts';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { FilterField } from '../ui/filter-field.tsx';
import { Gap, ToolBar } from '../ui/page.tsx';
import { Select } from '../ui/select.tsx';

/** Days in UTC as `YYYY-MM-DD`, or empty. */
export type ActFilter = { kind: ActKind | 'all'; actor: string; from: string; to: string; words: string };
export const noFilter: ActFilter = { kind: 'all', actor: '', from: '', to: '', words: '' };

type Props = { filter: ActFilter; total: number | null; onFilter: (filter: ActFilter) => void };

export function ActFilters({ filter, total, onFilter }: Props) {
  const actors = useCall('custody.actors', {}).data?.actors;
  const people = useMemo(
    () => [{ id: '*', label: t('custody.actor.all') }, ...(actors ?? []).map((id) => ({ id: `=${id}`, label: id }))],
    [actors],
  );
  const set = (part: Partial<ActFilter>) => onFilter({ ...filter, ...part });
  return (
    <ToolBar>
      <div className="act-filter">
        <Select
          aria-label={t('custody.kind')}
          options={(['all', ...actKinds] as const).map((id) => ({ id, label: t(`custody.kind.${id}`) }))}
          value={filter.kind}
          onChange={(kind) => set({ kind })}
        />
      </div>
      <div className="act-filter">
        <Select
          aria-label={t('custody.actor')}
          options={people}
          value={filter.actor === '' ? '*' : `=${filter.actor}`}
          onChange={(id) => set({ actor: id === '*' ? '' : id.slice(1) })}
        />
      </div>
      <Day label={t('custody.from')} value={filter.from} onChange={(from) => set({ from })} />
      <Day label={t('custody.to')} value={filter.to} onChange={(to) => set({ to })} />
      <Gap />
      <FilterField label={t('custody.words')} words={filter.words} onWords={(words) => set({ words })} />
      <span className="faint number">{total === null ? '' : t('custody.total', { count: total })}</span>
    </ToolBar>
  );
}

function Day({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <label className="act-day">
      <span className="faint">{label}</span>
      <input type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}

/** As `custody.acts` takes it. */
export function askedOf({ kind, actor, from, to, words }: ActFilter, itemId: string | null) {
  return {
    ...(itemId === null ? {} : { itemId }),
    ...(kind === 'all' ? {} : { kinds: [kind] }),
    ...(actor === '' ? {} : { actor }),
    ...(from === '' ? {} : { from: `${from}T00:00:00.000Z` }),
    ...(to === '' ? {} : { to: `${to}T23:59:59.999Z` }),
    ...(words.trim() === '' ? {} : { words }),
  };
}
