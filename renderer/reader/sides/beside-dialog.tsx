import { Search } from 'lucide-react';
import { useState } from 'react';
import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, TextField } from 'react-aria-components';
import { ItemTypeIcon } from '../../library/item-type-icon.tsx';
import { t } from '../../messages/index.ts';
import { useCall } from '../../shell/engine.ts';
import { itemInUse, openBeside, useSession } from '../../shell/session.ts';

/** Chooses what is read beside the item in use: what is open already first, then the whole library by its words. */
export function BesideDialog({ onClose }: { onClose: () => void }) {
  const [words, setWords] = useState('');
  const current = useSession(itemInUse);
  const open = useSession((state) => state.tabs).map(({ itemId }) => itemId);
  const found = useCall('items.list', { words: words.slice(0, 200), limit: 50 }, { keepPrevious: true }).data?.rows ?? [];
  const rank = (id: string) => (id === current ? 2 : open.includes(id) ? 0 : 1);
  const rows = [...found].sort((a, b) => rank(a.id) - rank(b.id));
  const choose = (itemId: string) => {
    onClose();
    // After the dialog has given the focus back, so that the new side can take it.
    setTimeout(() => openBeside(itemId), 0);
  };
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(isOpen) => !isOpen && onClose()} isDismissable>
      <Modal className="dialog-frame palette">
        <Dialog className="dialog" aria-label={t('reader.beside')}>
          <Autocomplete inputValue={words} onInputChange={setWords}>
            <TextField className="palette-field" aria-label={t('reader.beside.which')} autoFocus>
              <Search aria-hidden />
              <Input placeholder={t('reader.beside.which')} />
            </TextField>
            <Menu
              className="palette-list"
              aria-label={t('reader.beside.which')}
              onAction={(key) => choose(String(key))}
              renderEmptyState={() => <p className="popup-empty">{t('reader.beside.empty')}</p>}
            >
              {rows.map(({ id, title, type, source }) => (
                <MenuItem key={id} id={id} className="popup-option" textValue={title}>
                  <ItemTypeIcon type={type} />
                  <span className="truncate" dir="auto">
                    {title}
                  </span>
                  <span className="faint palette-group truncate">
                    {open.includes(id) ? t(id === current ? 'reader.beside.same' : 'reader.beside.open') : source}
                  </span>
                </MenuItem>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
