import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

type ToolButtonProps = Omit<AriaButtonProps, 'children' | 'className'> & { label: string; icon: LucideIcon };

/** Named by the system's own tooltip: one of ours would open below the bar, behind the page. */
export function ToolButton({ label, icon: Icon, ...rest }: ToolButtonProps) {
  return (
    <span title={label} className="tool-button">
      <AriaButton {...rest} aria-label={label} className="button button-quiet button-icon">
        <Icon aria-hidden />
      </AriaButton>
    </span>
  );
}
