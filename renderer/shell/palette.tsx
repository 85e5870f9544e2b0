import './palette.css';
import { Search } from 'lucide-react';
import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, TextField, useFilter } from 'react-aria-components';
import { t } from '../messages/index.ts';
import { Kbd } from '../ui/kbd.tsx';
import { runCommand, useCommandList } from './commands.ts';

/** Every command by name. */
export function Palette({ onClose }: { onClose: () => void }) {
  const commands = useCommandList((state) => state.commands).filter((command) => command.id !== 'palette.open');
  const { contains } = useFilter({ sensitivity: 'base' });
  const run = (id: string) => {
    onClose();
    // After the dialog has given the focus back, so that a command can take it.
    setTimeout(() => runCommand(id), 0);
  };
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className="dialog-frame palette">
        <Dialog className="dialog" aria-label={t('shell.palette')}>
          <Autocomplete filter={contains}>
            <TextField className="palette-field" aria-label={t('shell.palette')} autoFocus>
              <Search aria-hidden />
              <Input placeholder={t('shell.palette.placeholder')} />
            </TextField>
            <Menu
              className="palette-list"
              aria-label={t('shell.palette')}
              onAction={(key) => run(String(key))}
              renderEmptyState={() => <p className="popup-empty">{t('shell.palette.empty')}</p>}
            >
              {commands.map(({ id, title, group, keys }) => (
                <MenuItem key={id} id={id} className="popup-option" textValue={`${t(title)} ${t(group)}`}>
                  <span className="truncate">{t(title)}</span>
                  <span className="faint palette-group">{t(group)}</span>
                  {keys === undefined ? null : <Kbd keys={keys} />}
                </MenuItem>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
