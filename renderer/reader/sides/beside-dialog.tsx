import { useState } from 'react';
import { ItemTypeIcon } from '../../library/item-type-icon.tsx';
import { t } from '../../messages/index.ts';
import { useCall } from '../../shell/engine.ts';
import { itemInUse, openBeside, useSession } from '../../shell/session.ts';
import { PickerDialog } from '../../ui/picker-dialog.tsx';

/** Chooses what is read beside the item in use: what is open already first, then the whole library by its words. */
export function BesideDialog({ onClose }: { onClose: () => void }) {
  const [words, setWords] = useState('');
  const current = useSession(itemInUse);
  const open = useSession((state) => state.tabs).map(({ itemId }) => itemId);
  const found = useCall('items.list', { words: words.slice(0, 200), limit: 50 }, { keepPrevious: true }).data?.rows ?? [];
  const rank = (id: string) => (id === current ? 2 : open.includes(id) ? 0 : 1);
  const beside = (id: string, source: string) =>
    open.includes(id) ? t(id === current ? 'reader.beside.same' : 'reader.beside.open') : source;
  const rows = [...found].sort((a, b) => rank(a.id) - rank(b.id));
  return (
    <PickerDialog
      label={t('reader.beside')}
      placeholder={t('reader.beside.which')}
      search={{ words, onWords: setWords }}
      options={rows.map(({ id, title, type, source }) => ({
        id,
        words: title,
        row: (
          <>
            <ItemTypeIcon type={type} />
            <span className="truncate" dir="auto">
              {title}
            </span>
            <span className="faint picker-beside truncate">{beside(id, source)}</span>
          </>
        ),
      }))}
      onChoose={(itemId) => openBeside(itemId)}
      onClose={onClose}
      empty={t('reader.beside.empty')}
    />
  );
}
