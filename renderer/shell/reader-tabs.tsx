import './reader-tabs.css';
import { Columns2, X } from 'lucide-react';
import { t } from '../messages/index.ts';
import { IconButton } from '../ui/button.tsx';
import { useCall } from './engine.ts';
import { closeTab, itemInUse, openItem, showDialog, useSession, type ReaderTab } from './session.ts';

/** Items open in the reader. A middle click closes one. */
export function ReaderTabs({ tabs, first }: { tabs: readonly ReaderTab[]; first: string }) {
  const beside = useSession((state) => state.beside?.itemId ?? null);
  const inUse = useSession(itemInUse);
  return (
    <div className="reader-tab-bar">
      <div className="reader-tabs" role="tablist" aria-label={t('shell.tabs')}>
        {tabs.map(({ itemId }) => (
          <Tab key={itemId} itemId={itemId} isCurrent={itemId === inUse} isShown={itemId === first || itemId === beside} />
        ))}
      </div>
      <IconButton label={t('reader.beside')} icon={Columns2} keys={'$mod+\\'} onPress={() => showDialog('beside')} />
    </div>
  );
}

type TabProps = { itemId: string; isCurrent: boolean; isShown: boolean };

function Tab({ itemId, isCurrent, isShown }: TabProps) {
  const title = useCall('items.get', { id: itemId }).data?.title ?? '…';
  return (
    <div
      className="reader-tab"
      data-current={isCurrent}
      data-shown={isShown}
      onAuxClick={(event) => event.button === 1 && closeTab(itemId)}
    >
      <button
        type="button"
        role="tab"
        aria-selected={isCurrent}
        className="reader-tab-title truncate"
        dir="auto"
        title={title}
        onClick={() => openItem(itemId)}
        onKeyDown={(event) => event.key === 'Delete' && closeTab(itemId)}
      >
        {title}
      </button>
      {/* For the pointer; keys close a tab with Delete, or the one in use with its command. A list of tabs holds nothing but tabs. */}
      <button
        type="button"
        className="reader-tab-close"
        tabIndex={-1}
        aria-hidden
        title={t('shell.tab.close', { title })}
        onClick={() => closeTab(itemId)}
      >
        <X aria-hidden />
      </button>
    </div>
  );
}
