import './queue.css';
import { useState, type ClipboardEvent } from 'react';
import { create } from 'zustand';
import { parseUrlList } from '#shared/url-list.ts';
import { t } from '../messages/index.ts';
import { showDialog } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';

/** Text on its way from where it was pasted to the dialog that adds it. */
export const useListDraft = create<{ text: string }>(() => ({ text: '' }));

/** Where one address is asked for, notices that several were pasted; a single one is pasted as ever. */
export function usePastedList(): { list: string | null; onPaste: (event: ClipboardEvent) => void } {
  const [list, setList] = useState<string | null>(null);
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    const isList = parseUrlList(text).length > 1;
    setList(isList ? text : null);
    if (isList) event.preventDefault();
  };
  return { list, onPaste };
}

export function PastedListOffer({ list }: { list: string | null }) {
  if (list === null) return null;
  const go = () => {
    useListDraft.setState({ text: list });
    showDialog('queue-add');
  };
  return (
    <div className="queue-offer" role="status">
      <span>
        <strong>{t('queue.offer', { count: parseUrlList(list).length })}</strong> {t('queue.offer.text')}
      </span>
      <Button variant="go" size="s" onPress={go}>
        {t('queue.offer.go')}
      </Button>
    </div>
  );
}
