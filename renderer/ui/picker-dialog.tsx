import './picker-dialog.css';
import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, TextField, useFilter } from 'react-aria-components';

export type PickerOption = { id: string; words: string; row: ReactNode };

export type PickerDialogProps = {
  label: string;
  placeholder: string;
  options: readonly PickerOption[];
  /** Called after the dialog has given the focus back, so that what opens can take it. */
  onChoose: (id: string) => void;
  onClose: () => void;
  empty: string;
  /** Where the options are asked for by the words typed; else they are filtered here. */
  search?: { words: string; onWords: (words: string) => void };
};

/** One thing chosen from many by typing: commands, sources, claims. Arrows move, Enter chooses, Escape closes. */
export function PickerDialog({ label, placeholder, options, onChoose, onClose, empty, search }: PickerDialogProps) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const choose = (id: string) => {
    onClose();
    setTimeout(() => onChoose(id), 0);
  };
  const typing = search === undefined ? { filter: contains } : { inputValue: search.words, onInputChange: search.onWords };
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(isOpen) => !isOpen && onClose()} isDismissable>
      <Modal className="dialog-frame picker">
        <Dialog className="dialog" aria-label={label}>
          <Autocomplete {...typing}>
            <TextField className="picker-field" aria-label={placeholder} autoFocus>
              <Search aria-hidden />
              <Input placeholder={placeholder} />
            </TextField>
            <Menu
              className="picker-list"
              aria-label={label}
              onAction={(key) => choose(String(key))}
              renderEmptyState={() => <p className="popup-empty">{empty}</p>}
            >
              {options.map(({ id, words, row }) => (
                <MenuItem key={id} id={id} className="popup-option" textValue={words}>
                  {row}
                </MenuItem>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
