import './dialog.css';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../messages/index.ts';
import { IconButton } from './button.tsx';

export type DialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the one to press last. */
  actions?: ReactNode;
  /** `full`: all of the window, for work that needs a stage. */
  wide?: boolean | 'full';
  /** `alertdialog` for questions about losing something. */
  role?: 'dialog' | 'alertdialog';
};

/** A question that must be answered first. Escape and a click outside close it. */
export function Dialog({ title, isOpen, onClose, children, actions, wide = false, role = 'dialog' }: DialogProps) {
  return (
    <ModalOverlay className="veil" isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className={wide === false ? 'dialog-frame' : wide === 'full' ? 'dialog-frame dialog-full' : 'dialog-frame dialog-wide'}>
        <AriaDialog className="dialog" role={role}>
          <header className="dialog-head">
            <Heading slot="title" level={2} className="truncate" dir="auto">
              {title}
            </Heading>
            <IconButton label={t('ui.close')} icon={X} keys="Escape" onPress={onClose} />
          </header>
          <div className="dialog-body">{children}</div>
          {actions === undefined ? null : <footer className="dialog-actions">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
