import './reader-tabs.css';
import { X } from 'lucide-react';
import { t } from '../messages/index.ts';
import { useCall } from './engine.ts';
import { closeTab, openItem, type ReaderTab } from './session.ts';

/** Items open in the reader. A middle click closes one. */
export function ReaderTabs({ tabs, current }: { tabs: readonly ReaderTab[]; current: string }) {
  return (
    <div className="reader-tabs" role="tablist" aria-label={t('shell.tabs')}>
      {tabs.map(({ itemId }) => (
        <Tab key={itemId} itemId={itemId} isCurrent={itemId === current} />
      ))}
    </div>
  );
}

function Tab({ itemId, isCurrent }: { itemId: string; isCurrent: boolean }) {
  const title = useCall('items.get', { id: itemId }).data?.title ?? '…';
  return (
    <div className="reader-tab" data-current={isCurrent} onAuxClick={(event) => event.button === 1 && closeTab(itemId)}>
      <button
        type="button"
        role="tab"
        aria-selected={isCurrent}
        className="reader-tab-title truncate"
        dir="auto"
        title={title}
        onClick={() => openItem(itemId)}
      >
        {title}
      </button>
      <button type="button" className="reader-tab-close" aria-label={t('shell.tab.close', { title })} onClick={() => closeTab(itemId)}>
        <X aria-hidden />
      </button>
    </div>
  );
}
