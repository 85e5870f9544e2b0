import './check-list.css';
import './checkbox.css';
import './field.css';
import { Check } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Option } from './select.tsx';

export type CheckListProps = {
  label: string;
  options: readonly Option[];
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** In two columns. */
  wide?: boolean;
};

/** Any of a list. Arrows and letters move, Space chooses. */
export function CheckList({ label, options, value, onChange, wide = false }: CheckListProps) {
  return (
    <ListBox
      className={wide ? 'check-list check-list-columns' : 'check-list'}
      aria-label={label}
      selectionMode="multiple"
      selectedKeys={value}
      onSelectionChange={(keys) =>
        onChange(keys === 'all' ? options.map(({ id }) => id) : options.map(({ id }) => id).filter((id) => keys.has(id)))
      }
      items={options}
      autoFocus="first"
      escapeKeyBehavior="none"
    >
      {(option) => (
        <ListBoxItem className="popup-option checkbox" id={option.id} textValue={option.label}>
          <span className="checkbox-box" aria-hidden>
            <Check />
          </span>
          <span className="truncate" dir="auto">
            {option.label}
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}
