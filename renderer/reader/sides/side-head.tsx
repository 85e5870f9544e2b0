import { X } from 'lucide-react';
import { ItemTypeIcon } from '../../library/item-type-icon.tsx';
import { useCall } from '../../shell/engine.ts';
import { IconButton } from '../../ui/button.tsx';

/** Which source a side shows, while there are two. */
export function SideHead({ itemId, closes, onClose }: { itemId: string; closes: string; onClose: () => void }) {
  const item = useCall('items.get', { id: itemId }).data;
  return (
    <header className="reader-side-head">
      {item === undefined ? null : <ItemTypeIcon type={item.type} />}
      <strong className="truncate" dir="auto" title={item?.title}>
        {item?.title ?? '…'}
      </strong>
      <IconButton label={closes} icon={X} onPress={onClose} />
    </header>
  );
}
