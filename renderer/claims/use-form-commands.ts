import { useMemo, useRef } from 'react';
import { useCommands, type Command } from '../shell/commands.ts';
import { withParty } from './party-fields.tsx';
import { withPart, withQuantity } from './quantity-fields.tsx';
import { enterRow } from './row-keys.ts';
import { newHop } from './form-rows.ts';
import type { ClaimFormState } from './form-state.ts';
import { withVictim } from './victim-fields.tsx';

export type FormCommandActs = {
  submit: () => void;
  discard: () => void;
  confirmAll: () => void;
  addItem: () => void;
  change: (change: (form: ClaimFormState) => Partial<ClaimFormState>) => void;
};

/** Offers the acts of the form by name and key, so that they work wherever the focus is. */
export function useFormCommands(given: FormCommandActs): void {
  const acts = useRef(given);
  acts.current = given;
  useCommands(
    useMemo(() => {
      const change = (to: (form: ClaimFormState) => Partial<ClaimFormState>) => acts.current.change(to);
      const group = 'claims.group';
      return [
        { id: 'claim.save', title: 'claims.do.save', group, keys: '$mod+Enter', run: () => acts.current.submit() },
        { id: 'claim.discard', title: 'claims.do.discard', group, keys: 'Escape', run: () => acts.current.discard() },
        { id: 'claim.confirmAll', title: 'claims.do.confirm-all', group, keys: 'Alt+Enter', run: () => acts.current.confirmAll() },
        {
          id: 'claim.addQuantity',
          title: 'claim.quantity.add',
          group,
          keys: 'Alt+q',
          run: () => change((form) => ({ quantities: withQuantity(form.quantities) })),
        },
        {
          id: 'claim.addGroups',
          title: 'claim.breakdown.add',
          group,
          keys: 'Alt+g',
          run: () => change((form) => ({ quantities: withPart(form.quantities) })),
        },
        { id: 'claim.addStep', title: 'claim.via.add', group, keys: 'Alt+t', run: () => change((form) => ({ via: withHop(form.via) })) },
        { id: 'claim.addItem', title: 'claim.via.add-item', group, keys: 'Alt+s', run: () => acts.current.addItem() },
        {
          id: 'claim.addParty',
          title: 'claim.party.add',
          group,
          keys: 'Alt+p',
          run: () => change((form) => ({ parties: withParty(form.parties) })),
        },
        {
          id: 'claim.addVictim',
          title: 'claim.victim.add',
          group,
          keys: 'Alt+m',
          run: () => change((form) => ({ victims: withVictim(form.victims) })),
        },
      ] satisfies Command[];
    }, []),
  );
}

function withHop(rows: ClaimFormState['via']): ClaimFormState['via'] {
  const added = newHop(null);
  enterRow(added.key);
  return [...rows, added];
}
