import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { Input, TextField } from 'react-aria-components';
import { t } from '../../messages/index.ts';
import { IconButton } from '../../ui/button.tsx';
import type { Find } from './use-find.ts';

/** Words to find. Enter goes on, Shift+Enter back; Escape closes and leaves the place found selected. */
export function FindBar({ find, onClose }: { find: Find; onClose: () => void }) {
  const press = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  return (
    <div className="find-bar" role="search">
      <TextField className="find-field" aria-label={t('reader.find')} value={find.words} onChange={find.type} autoFocus>
        <Input className="find-input" dir="auto" placeholder={t('reader.find.placeholder')} onKeyDown={press} />
      </TextField>
      <span className="find-count number muted" role="status">
        {status(find)}
      </span>
      <IconButton label={t('reader.find.previous')} icon={ChevronUp} keys="Shift+Enter" onPress={() => find.step(-1)} />
      <IconButton label={t('reader.find.next')} icon={ChevronDown} keys="Enter" onPress={() => find.step(1)} />
      <IconButton label={t('reader.find.close')} icon={X} keys="Escape" onPress={onClose} />
    </div>
  );
}

function status({ words, found, current }: Find): string {
  if (words.trim() === '') return '';
  return found.length === 0 ? t('reader.find.none') : t('reader.find.count', { current: current + 1, total: found.length });
}
