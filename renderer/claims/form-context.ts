import { createContext, useContext } from 'react';
import type { DraftRead, FieldState } from './form-draft.ts';

/** What the rows of the form know of the draft. Outside a claim form there is none. */
export type FormContextValue = {
  /** Anything was read from words, so that it matters what was not. */
  isDrafted: boolean;
  /** The form's own keys work. */
  hasKeys: boolean;
  stateOf: (field: string) => FieldState;
  readsOf: (field: string) => readonly DraftRead[];
};

export const FormContext = createContext<FormContextValue>({
  isDrafted: false,
  hasKeys: false,
  stateOf: () => 'default',
  readsOf: () => [],
});

export const useFormContext = (): FormContextValue => useContext(FormContext);
