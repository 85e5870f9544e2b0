import './field.css';
import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Kbd } from './kbd.tsx';

export type MenuAction = { id: string; label: string; keys?: string; danger?: boolean; isDisabled?: boolean; run: () => void };

/** Actions under a button; `children` is the button. */
export function Menu({ label, actions, children }: { label: string; actions: readonly MenuAction[]; children: ReactNode }) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popup" offset={3}>
        <AriaMenu className="popup-list" aria-label={label}>
          {actions.map((action) => (
            <MenuItem
              key={action.id}
              id={action.id}
              className={action.danger === true ? 'popup-option popup-danger' : 'popup-option'}
              isDisabled={action.isDisabled ?? false}
              onAction={action.run}
            >
              {action.label}
              {action.keys === undefined ? null : <Kbd keys={action.keys} />}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
