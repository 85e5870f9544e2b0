import './panel.css';
import { Highlighter, SearchX } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import type { Passage } from '#shared/model/passages.ts';
import { t } from '../../messages/index.ts';
import { useAllPassages } from '../../reader/marks/all-passages.ts';
import { useCall } from '../../shell/engine.ts';
import { inspect, openItem } from '../../shell/session.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useTagColours } from '../use-tag-colours.ts';
import { filterPassages, isFiltering, noFilter } from './passage-filter.ts';
import { PanelFilter } from './panel-filter.tsx';
import { PassageList } from './passage-list.tsx';
import { keepPanel, useKeptPanel } from './panel-state.ts';

const none: readonly Passage[] = [];

/** The passages of the source being read, in the order they stand in it. Filter and place stay while one is looked at. */
export function PassagesPanel({ itemId, passageId }: { itemId: string; passageId: string | null }) {
  const all = useAllPassages(itemId);
  const passages = all ?? none;
  const item = useCall('items.get', { id: itemId }).data;
  const colours = useTagColours();
  const { filter } = useKeptPanel(itemId);
  const shown = useMemo(() => filterPassages(passages, filter), [passages, filter]);
  const jump = useCallback(
    (passage: Passage) => {
      keepPanel(itemId, { passageId: passage.id });
      inspect({ kind: 'passages', itemId, passageId: passage.id });
      openItem(itemId, { passageId: passage.id });
    },
    [itemId],
  );
  const detail = useCallback(
    (passage: Passage) => {
      keepPanel(itemId, { passageId: passage.id });
      inspect({ kind: 'passage', passageId: passage.id });
    },
    [itemId],
  );
  return (
    <section className="passage-panel" aria-label={t('passage.all')}>
      <PanelFilter
        passages={passages}
        shown={shown.length}
        filter={filter}
        colours={colours}
        onFilter={(next) => keepPanel(itemId, { filter: next, offset: 0 })}
      />
      {shown.length > 0 ? (
        <PassageList itemId={itemId} item={item} passages={shown} colours={colours} currentId={passageId} onJump={jump} onDetail={detail} />
      ) : all !== null ? (
        <div className="passage-panel-none">
          {isFiltering(filter) ? (
            <EmptyState icon={SearchX} title={t('panel.none.filter.title')} text={t('panel.none.filter.text')}>
              <Button onPress={() => keepPanel(itemId, { filter: noFilter, offset: 0 })}>{t('panel.clear')}</Button>
            </EmptyState>
          ) : (
            <EmptyState icon={Highlighter} title={t('panel.none.title')} text={t('passage.none')} />
          )}
        </div>
      ) : null}
      {shown.length === 0 ? null : <Keys />}
    </section>
  );
}

function Keys() {
  return (
    <footer className="passage-panel-foot">
      <span>
        <Kbd keys="j" />
        <Kbd keys="k" /> {t('panel.keys.move')}
      </span>
      <span>
        <Kbd keys="Enter" /> {t('panel.keys.jump')}
      </span>
      <span>
        <Kbd keys="d" /> {t('panel.keys.detail')}
      </span>
    </footer>
  );
}
