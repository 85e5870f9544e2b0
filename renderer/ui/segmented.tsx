import './field.css';
import './segmented.css';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Option } from './select.tsx';

export type SegmentedProps<Id extends string> = {
  label: string;
  options: readonly Option<Id>[];
  value: Id;
  onChange: (value: Id) => void;
};

/** The same as a field of a form, its label shown above: for choices whose words alone do not say what is chosen. */
export function SegmentedField<Id extends string>(props: SegmentedProps<Id>) {
  return (
    <div className="field">
      <span className="field-label" aria-hidden>
        {props.label}
      </span>
      <div>
        <Segmented {...props} />
      </div>
    </div>
  );
}

/** A few ways to see the same thing, one at a time. */
export function Segmented<Id extends string>({ label, options, value, onChange }: SegmentedProps<Id>) {
  return (
    <ToggleButtonGroup
      className="segmented"
      aria-label={label}
      disallowEmptySelection
      selectionMode="single"
      selectedKeys={[value]}
      onSelectionChange={(keys) => keys.forEach((key) => onChange(key as Id))}
    >
      {options.map((option) => (
        <ToggleButton className="segment" id={option.id} key={option.id}>
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
