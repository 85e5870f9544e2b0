import './passages-place.css';
import { NotebookPen, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Passage } from '#shared/model/passages.ts';
import { stateTones } from '../claims/evidence-list.tsx';
import { FilterField } from '../ui/filter-field.tsx';
import { t } from '../messages/index.ts';
import { TextKindNote } from '../ocr/text-kind-note.tsx';
import { useCanWrite } from '../shell/case-info.ts';
import { useCommands, type Command } from '../shell/commands.ts';
import { usePages } from '../shell/pages.ts';
import { draftClaim, goTo, inspect, openItem } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Gap, ToolBar } from '../ui/page.tsx';
import { PagedTable, type Column } from '../ui/paged-table.tsx';

/** Every passage of the case, the newest first. C makes a claim of the selected one; Enter shows it where it stands. */
export function PassagesPlace() {
  const [tag, setTag] = useState('');
  const [selected, setSelected] = useState<Passage | null>(null);
  const canWrite = useCanWrite();
  const pages = usePages('passages.list', tag.trim() === '' ? {} : { tag: tag.trim() });
  const columns = useMemo(() => passageColumns(setTag), []);
  const open = (passage: Passage) => openItem(passage.itemId, { passageId: passage.id });
  const claim = () => selected !== null && draftClaim({ passageId: selected.id });
  useClaimKey(canWrite ? selected : null);
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
        <FilterField label={t('passages.tag')} words={tag} onWords={setTag} />
        {tag === '' ? null : (
          <Button size="s" variant="quiet" icon={X} onPress={() => setTag('')}>
            {t('passages.tag.clear')}
          </Button>
        )}
      </ToolBar>
      {pages.error === null ? null : <ErrorNotice error={pages.error} />}
      <PagedTable
        label={t('passages.title')}
        columns={columns}
        pages={pages}
        rowKey={(passage) => passage.id}
        selected={selected?.id ?? null}
        onSelect={(passage) => (setSelected(passage), inspect({ kind: 'passage', passageId: passage.id }))}
        onOpen={open}
        empty={
          tag === '' ? (
            <NoPassages />
          ) : (
            <EmptyState icon={NotebookPen} title={t('passages.empty.tag.title')} text={t('passages.empty.tag.text')} />
          )
        }
      />
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

function passageColumns(onTag: (tag: string) => void): Column<Passage>[] {
  return [
    {
      id: 'quote',
      label: t('passages.column.quote'),
      width: 'minmax(0, 4fr)',
      cell: ({ quote, textKind, textConfidence }) => (
        <span className="passage-cell">
          <span className="two-lines passage-cell-quote" dir="auto" title={quote}>
            {quote === '' ? t('claim.evidence.area') : quote}
          </span>
          <TextKindNote textKind={textKind} textConfidence={textConfidence} />
        </span>
      ),
    },
    {
      id: 'item',
      label: t('passages.column.item'),
      width: 'minmax(0, 2fr)',
      cell: ({ itemTitle }) => (
        <span dir="auto" title={itemTitle}>
          {itemTitle}
        </span>
      ),
    },
    {
      id: 'tags',
      label: t('passages.column.tags'),
      width: 'minmax(0, 1.4fr)',
      cell: ({ tags }) => (
        <span className="passage-tags">
          {tags.map((tag) => (
            <button type="button" className="chip chip-plain passage-tag" key={tag} tabIndex={-1} dir="auto" onClick={() => onTag(tag)}>
              {tag}
            </button>
          ))}
        </span>
      ),
    },
    {
      id: 'claims',
      label: t('passages.column.claims'),
      width: '70px',
      align: 'end',
      cell: ({ claimIds }) => <span className="number">{claimIds.length}</span>,
    },
    {
      id: 'state',
      label: t('passages.column.state'),
      width: '160px',
      cell: ({ state }) => <Chip tone={stateTones[state]}>{t(`passage.state.${state}`)}</Chip>,
    },
  ];
}
