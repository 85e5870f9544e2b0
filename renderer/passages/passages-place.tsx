import './passages-place.css';
import { NotebookPen, SearchX, Tags } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Passage } from '#shared/model/passages.ts';
import { FilterField } from '../ui/filter-field.tsx';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { useCommands, type Command } from '../shell/commands.ts';
import { usePages } from '../shell/pages.ts';
import { draftClaim, goTo, inspect, openItem, showDialog } from '../shell/session.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Gap, ToolBar } from '../ui/page.tsx';
import { PagedTable } from '../ui/paged-table.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { GroupList } from './group-list.tsx';
import { passageColumns } from './passage-columns.tsx';
import { PlaceFilter, type PlaceQuestion } from './place-filter.tsx';
import { useTagColours } from './use-tag-colours.ts';

type Grouping = 'none' | 'item' | 'tag';
type Narrowed = { words: string; asked: PlaceQuestion; by: Grouping; group: string | null };
const start: Narrowed = { words: '', asked: {}, by: 'none', group: null };

/** Every passage of the case, the newest first, or those of one source or tag. C makes a claim of the selected one; Enter shows it where it stands. */
export function PassagesPlace() {
  const [narrowed, setNarrowed] = useState<Narrowed>(start);
  const [selected, setSelected] = useState<Passage | null>(null);
  const canWrite = useCanWrite();
  const colours = useTagColours();
  const change = (given: Partial<Narrowed>) => setNarrowed({ ...narrowed, ...given });
  const { words, asked, by, group } = narrowed;
  const question = words.trim() === '' ? asked : { ...asked, words: words.trim() };
  const inGroup = group === null || by === 'none' ? {} : by === 'item' ? { itemId: group } : { tag: group };
  const pages = usePages('passages.list', { ...question, ...inGroup });
  const columns = useMemo(() => passageColumns(colours, (tag) => setNarrowed({ ...start, by: 'tag', group: tag })), [colours]);
  const open = (passage: Passage) => openItem(passage.itemId, { passageId: passage.id });
  const claim = () => selected !== null && draftClaim({ passageId: selected.id });
  useClaimKey(canWrite ? selected : null);
  const isNarrowed = JSON.stringify({ question, inGroup }) !== JSON.stringify({ question: {}, inGroup: {} });
  return (
    <div className="list-place">
      <ToolBar>
        <Button keys="c" isDisabled={selected === null || !canWrite} onPress={claim}>
          {t('passages.claim')}
        </Button>
        <Button isDisabled={selected === null} onPress={() => selected !== null && open(selected)}>
          {t('passages.open')}
        </Button>
        <Gap />
        <FilterField label={t('passages.words')} words={words} onWords={(next) => change({ words: next })} />
        <IconButton label={t('tag.manage')} icon={Tags} onPress={() => showDialog('tags')} />
      </ToolBar>
      <Filters narrowed={narrowed} isNarrowed={isNarrowed} onChange={change} />
      {pages.error === null ? null : <ErrorNotice error={pages.error} />}
      <div className="place-body">
        {by === 'none' ? null : (
          <GroupList by={by} asked={question} value={group} colours={colours} onChange={(key) => change({ group: key })} />
        )}
        <div className="place-table">
          <PagedTable
            label={t('passages.title')}
            columns={columns}
            pages={pages}
            rowKey={(passage) => passage.id}
            selected={selected?.id ?? null}
            onSelect={(passage) => (setSelected(passage), inspect({ kind: 'passage', passageId: passage.id }))}
            onOpen={open}
            empty={isNarrowed ? <NoneFits onClear={() => setNarrowed(start)} /> : <NoPassages />}
          />
        </div>
      </div>
    </div>
  );
}

type FiltersProps = { narrowed: Narrowed; isNarrowed: boolean; onChange: (given: Partial<Narrowed>) => void };

function Filters({ narrowed: { by, asked }, isNarrowed, onChange }: FiltersProps) {
  return (
    <div className="place-filters">
      <Segmented
        label={t('passages.group')}
        options={(['none', 'item', 'tag'] as const).map((id) => ({ id, label: t(`passages.group.${id}`) }))}
        value={by}
        onChange={(next) => onChange({ by: next, group: null })}
      />
      <PlaceFilter asked={asked} onAsk={(next) => onChange({ asked: next })} />
      {isNarrowed ? (
        <Button size="s" variant="quiet" onPress={() => onChange({ words: '', asked: {}, group: null })}>
          {t('panel.clear')}
        </Button>
      ) : null}
    </div>
  );
}

/** C makes a claim of the selected passage. */
function useClaimKey(selected: Passage | null): void {
  const commands = useMemo<Command[]>(() => {
    if (selected === null) return [];
    const run = () => draftClaim({ passageId: selected.id });
    return [{ id: 'passage.claim', title: 'passages.do.claim', group: 'claims.group', keys: 'c', run }];
  }, [selected]);
  useCommands(commands);
}

function NoPassages() {
  return (
    <EmptyState icon={NotebookPen} title={t('passages.empty.title')} text={t('passages.empty.text')}>
      <Button variant="go" onPress={() => goTo({ name: 'library', types: null })}>
        {t('claims.empty.sources')}
      </Button>
    </EmptyState>
  );
}

function NoneFits({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState icon={SearchX} title={t('panel.none.filter.title')} text={t('panel.none.filter.text')}>
      <Button onPress={onClear}>{t('panel.clear')}</Button>
    </EmptyState>
  );
}
