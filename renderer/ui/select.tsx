import './field.css';
import { ChevronDown } from 'lucide-react';
import { Button, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { FieldParts } from './text-field.tsx';

export type Option<Id extends string = string> = { id: Id; label: string };

export type SelectProps<Id extends string> = {
  label?: string;
  'aria-label'?: string;
  options: readonly Option<Id>[];
  value: Id | null;
  onChange: (value: Id) => void;
  placeholder?: string;
  error?: string | undefined;
  isDisabled?: boolean;
  autoFocus?: boolean;
};

/** One of a short closed list. */
export function Select<Id extends string>({ label, options, value, onChange, placeholder, error, ...rest }: SelectProps<Id>) {
  return (
    <AriaSelect
      {...rest}
      className="field"
      placeholder={placeholder ?? ''}
      value={value}
      onChange={(key) => key !== null && onChange(key as Id)}
      isInvalid={error !== undefined}
    >
      <FieldParts label={label} error={error}>
        <Button className="field-box select-button">
          <SelectValue className="field-input truncate select-value" />
          <span className="field-button" aria-hidden>
            <ChevronDown />
          </span>
        </Button>
      </FieldParts>
      <Popover className="popup" offset={3}>
        <ListBox className="popup-list" items={options}>
          {(option) => (
            <ListBoxItem className="popup-option" id={option.id} textValue={option.label}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
