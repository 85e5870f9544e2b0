import './field.css';
import type { ReactNode } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';

export type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'children'> & {
  /** Shown above; give `aria-label` instead where the place says it already. */
  label?: string;
  hint?: ReactNode;
  /** Why the value cannot stand; the field reads as invalid while it is given. */
  error?: string | undefined;
  placeholder?: string;
  /** Text in any script reads in its own direction unless told otherwise. */
  dir?: 'auto' | 'ltr';
};

export function TextField({ label, hint, error, placeholder, dir = 'auto', ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} className="field" isInvalid={error !== undefined}>
      <FieldParts label={label} hint={hint} error={error}>
        <div className="field-box">
          <Input className="field-input" dir={dir} placeholder={placeholder ?? ''} />
        </div>
      </FieldParts>
    </AriaTextField>
  );
}

export function TextArea({ label, hint, error, placeholder, dir = 'auto', rows = 3, ...rest }: TextFieldProps & { rows?: number }) {
  return (
    <AriaTextField {...rest} className="field" isInvalid={error !== undefined}>
      <FieldParts label={label} hint={hint} error={error}>
        <div className="field-box">
          <AriaTextArea className="field-input" dir={dir} rows={rows} placeholder={placeholder ?? ''} />
        </div>
      </FieldParts>
    </AriaTextField>
  );
}

type FieldPartsProps = { label: string | undefined; hint?: ReactNode; error?: string | undefined; children: ReactNode };

/** Label above, hint and error below, as every field has them. */
export function FieldParts({ label, hint, error, children }: FieldPartsProps) {
  return (
    <>
      {label === undefined ? null : <Label className="field-label">{label}</Label>}
      {children}
      {hint === undefined ? null : (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </>
  );
}
