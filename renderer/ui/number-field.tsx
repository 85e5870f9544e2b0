import './field.css';
import { Input, NumberField as AriaNumberField, type NumberFieldProps as AriaNumberFieldProps } from 'react-aria-components';
import { FieldParts } from './text-field.tsx';

export type NumberFieldProps = Omit<AriaNumberFieldProps, 'className' | 'children' | 'value' | 'onChange'> & {
  label?: string;
  error?: string | undefined;
  placeholder?: string;
  /** Null when nothing is typed. */
  value: number | null;
  onChange: (value: number | null) => void;
};

export function NumberField({ label, error, placeholder, value, onChange, ...rest }: NumberFieldProps) {
  return (
    <AriaNumberField
      {...rest}
      className="field"
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      isInvalid={error !== undefined}
    >
      <FieldParts label={label} error={error}>
        <div className="field-box">
          <Input className="field-input number" placeholder={placeholder ?? ''} />
        </div>
      </FieldParts>
    </AriaNumberField>
  );
}
