import './field.css';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, ComboBox as AriaComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { FieldParts } from './text-field.tsx';
import type { Option } from './select.tsx';

export type ComboBoxProps = {
  label?: string;
  'aria-label'?: string;
  options: readonly Option[];
  /** Words in the field. */
  inputValue: string;
  onInputChange: (words: string) => void;
  /** Id of the chosen option, or null when the words are the person's own. */
  value?: string | null;
  onChoose: (id: string | null) => void;
  /** Own words stay when the field is left. */
  allowsCustomValue?: boolean;
  placeholder?: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Shown instead of an empty list. */
  empty?: ReactNode;
  onBlur?: () => void;
};

/** A list to choose from by typing; the caller says which options fit the words when the list is long. */
export function ComboBox({
  label,
  options,
  value = null,
  onChoose,
  allowsCustomValue = true,
  placeholder,
  hint,
  error,
  empty,
  ...rest
}: ComboBoxProps) {
  return (
    <AriaComboBox
      {...rest}
      className="field"
      allowsCustomValue={allowsCustomValue}
      allowsEmptyCollection={empty !== undefined}
      menuTrigger="input"
      items={options}
      value={value}
      onChange={(key) => onChoose(key === null ? null : String(key))}
      isInvalid={error !== undefined}
    >
      <FieldParts label={label} hint={hint} error={error}>
        <div className="field-box">
          <Input className="field-input" dir="auto" placeholder={placeholder ?? ''} />
          <Button className="field-button">
            <ChevronDown aria-hidden />
          </Button>
        </div>
      </FieldParts>
      <Popover className="popup" offset={3}>
        <ListBox<Option> className="popup-list" renderEmptyState={() => <div className="popup-empty">{empty}</div>}>
          {(option) => (
            <ListBoxItem className="popup-option" id={option.id} textValue={option.label}>
              <span className="truncate" dir="auto">
                {option.label}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
