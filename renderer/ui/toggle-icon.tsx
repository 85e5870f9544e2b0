import type { LucideIcon } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { Tooltip } from './tooltip.tsx';

type ToggleIconProps = { label: string; icon: LucideIcon; keys?: string; isOn: boolean; onToggle: () => void };

/** A tool that is on or off. */
export function ToggleIcon({ label, icon: Icon, keys, isOn, onToggle }: ToggleIconProps) {
  return (
    <Tooltip text={label} {...(keys === undefined ? {} : { keys })}>
      <ToggleButton aria-label={label} className="button button-quiet button-icon button-toggle" isSelected={isOn} onChange={onToggle}>
        <Icon aria-hidden />
      </ToggleButton>
    </Tooltip>
  );
}
