import { ListFilterPlus, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { ClaimFilter } from '#shared/model/claim-filter.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/button.tsx';
import { activeFields, fieldLabel, useFilterWords, withoutField, type FilterField } from './filter-words.tsx';

type FilterBarProps = {
  filter: ClaimFilter;
  names: ReadonlyMap<string, string>;
  onChange: (filter: ClaimFilter) => void;
  onAdd: () => void;
  onEdit: (field: FilterField) => void;
};

/** What the list is narrowed by, each a chip that can be changed or taken away. */
export function FilterBar({ filter, names, onChange, onAdd, onEdit }: FilterBarProps) {
  const active = activeFields(filter);
  return (
    <div className="claims-filters" role="group" aria-label={t('claims.table.filters')}>
      <Button size="s" variant="quiet" icon={ListFilterPlus} keys="f" onPress={onAdd}>
        {t('claims.table.filter.add')}
      </Button>
      {active.map((field) => (
        <FilterChip
          key={field}
          field={field}
          filter={filter}
          names={names}
          onEdit={() => onEdit(field)}
          onRemove={() => onChange(withoutField(filter, field))}
        />
      ))}
      {active.length + (filter.words === undefined ? 0 : 1) < 2 ? null : (
        <Button size="s" variant="quiet" keys="Shift+f" onPress={() => onChange({})}>
          {t('claims.table.filter.clear.all')}
        </Button>
      )}
    </div>
  );
}

type FilterChipProps = {
  field: FilterField;
  filter: ClaimFilter;
  names: ReadonlyMap<string, string>;
  onEdit: () => void;
  onRemove: () => void;
};

function FilterChip({ field, filter, names, onEdit, onRemove }: FilterChipProps) {
  const words = useFilterWords(filter, field, names);
  const said = `${fieldLabel(field)}: ${words}`;
  return (
    <span className="filter-chip">
      <AriaButton className="filter-chip-words" onPress={onEdit}>
        <span className="filter-chip-field">{fieldLabel(field)}</span>
        <bdi className="truncate">{words}</bdi>
      </AriaButton>
      <AriaButton className="filter-chip-remove" aria-label={t('claims.table.filter.remove', { filter: said })} onPress={onRemove}>
        <X aria-hidden />
      </AriaButton>
    </span>
  );
}
