import './button.css';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Kbd } from './kbd.tsx';
import { Tooltip } from './tooltip.tsx';

export type ButtonProps = Omit<AriaButtonProps, 'children' | 'className'> & {
  children: ReactNode;
  /** `go` is the one thing to do here; `quiet` has no frame; `danger` takes something away. */
  variant?: 'plain' | 'go' | 'quiet' | 'danger';
  size?: 'm' | 's';
  icon?: LucideIcon;
  /** Key that does the same, such as `$mod+k`; shown, not bound. */
  keys?: string;
};

export function Button({ children, variant = 'plain', size = 'm', icon: Icon, keys, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button button-${variant} button-${size}`}>
      {Icon === undefined ? null : <Icon aria-hidden />}
      {children}
      {keys === undefined ? null : <Kbd keys={keys} />}
    </AriaButton>
  );
}

type IconButtonProps = Omit<AriaButtonProps, 'children' | 'className'> & {
  /** Read out, and shown on hover. */
  label: string;
  icon: LucideIcon;
  keys?: string;
};

export function IconButton({ label, icon: Icon, keys, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} {...(keys === undefined ? {} : { keys })}>
      <AriaButton {...rest} aria-label={label} className="button button-quiet button-icon">
        <Icon aria-hidden />
      </AriaButton>
    </Tooltip>
  );
}
