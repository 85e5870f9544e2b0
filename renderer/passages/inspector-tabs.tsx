import { t } from '../messages/index.ts';
import { usePassages } from '../reader/marks/all-passages.ts';
import { inspect, itemInUse, useSession, type Inspector } from '../shell/session.ts';
import { Segmented } from '../ui/segmented.tsx';
import { useKeptPanel } from './panel/panel-state.ts';

type Tab = 'item' | 'passages' | 'passage';

/** Beside the reader: the source, its passages, and the one looked at last. Going from one to the other loses nothing. */
export function InspectorTabs({ inspector }: { inspector: Inspector }) {
  const itemId = useSession(itemInUse);
  const { kind } = inspector;
  if (itemId === null || (kind !== 'item' && kind !== 'passages' && kind !== 'passage')) return null;
  return <Tabs itemId={itemId} kind={kind} />;
}

function Tabs({ itemId, kind }: { itemId: string; kind: Tab }) {
  const passages = usePassages(itemId);
  const { passageId } = useKeptPanel(itemId);
  const options = [
    { id: 'item' as const, label: t('panel.tab.item') },
    { id: 'passages' as const, label: t('panel.tab.passages', { count: passages.length }) },
    ...(kind === 'passage' || passageId !== null ? [{ id: 'passage' as const, label: t('panel.tab.passage') }] : []),
  ];
  const show = (tab: Tab) => {
    if (tab === 'item') inspect({ kind: 'item', itemId });
    else if (tab === 'passages') showPassages(itemId);
    else if (passageId !== null) inspect({ kind: 'passage', passageId });
  };
  return (
    <nav className="inspector-tabs" aria-label={t('panel.tabs')}>
      <Segmented label={t('panel.tabs')} options={options} value={kind} onChange={show} />
    </nav>
  );
}

/** The list, at the passage that is being looked at. */
export function showPassages(itemId: string): void {
  const { inspector } = useSession.getState();
  const passageId = inspector.kind === 'passage' ? inspector.passageId : null;
  inspect({ kind: 'passages', itemId, passageId });
}
