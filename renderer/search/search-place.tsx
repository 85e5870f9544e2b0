import './search-place.css';
import { FileText, MessageSquareQuote, NotebookPen, Search, SearchX, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { SearchHit } from '#shared/model/search.ts';
import { t } from '../messages/index.ts';
import { TextKindNote } from '../passages/text-kind-note.tsx';
import { usePages } from '../shell/pages.ts';
import { openClaim, openItem } from '../shell/session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Gap, ToolBar } from '../ui/page.tsx';
import { PagedTable, type Column } from '../ui/paged-table.tsx';
import { Segmented } from '../ui/segmented.tsx';

type Kind = SearchHit['kind'] | 'all';
const kinds: readonly Kind[] = ['all', 'item', 'passage', 'claim'];
const icons: Record<SearchHit['kind'], LucideIcon> = { item: FileText, passage: NotebookPen, claim: MessageSquareQuote };

/** Where the words stand, with the words round them. */
export function SearchPlace({ words }: { words: string }) {
  const [kind, setKind] = useState<Kind>('all');
  if (words === '') return <EmptyState icon={Search} title={t('search.blank.title')} text={t('search.blank.text')} />;
  return <SearchHits words={words} kind={kind} onKind={setKind} />;
}

function SearchHits({ words, kind, onKind }: { words: string; kind: Kind; onKind: (kind: Kind) => void }) {
  const pages = usePages('search.query', { words, ...(kind === 'all' ? {} : { kinds: [kind] }) });
  return (
    <>
      <ToolBar>
        <h2 className="truncate" dir="auto">
          {t('search.title', { words })}
        </h2>
        <span className="faint number">{pages.total === null ? '' : t('search.count', { count: pages.total })}</span>
        <Gap />
        <Segmented
          label={t('search.kinds')}
          options={kinds.map((id) => ({ id, label: t(`search.kind.${id}`) }))}
          value={kind}
          onChange={onKind}
        />
      </ToolBar>
      {pages.error === null ? null : (
        <div className="page">
          <ErrorNotice error={pages.error} />
        </div>
      )}
      <PagedTable
        label={t('search.list')}
        columns={columns}
        pages={pages}
        rowKey={(hit) => `${hit.kind} ${hit.id}`}
        rowHeight={64}
        hasHead={false}
        onOpen={openHit}
        opensOnClick
        empty={<EmptyState icon={SearchX} title={t('search.empty.title')} text={t('search.empty.text')} />}
      />
    </>
  );
}

const columns: readonly Column<SearchHit>[] = [
  { id: 'kind', label: '', width: '104px', cell: (hit) => <HitKind kind={hit.kind} /> },
  {
    id: 'hit',
    label: '',
    width: 'minmax(0, 1fr)',
    cell: (hit) => (
      <div className="hit">
        <div className="hit-title truncate" dir="auto">
          {hit.title} <TextKindNote textKind={hit.textKind} />
        </div>
        <Excerpt pieces={hit.excerpt} />
      </div>
    ),
  },
];

function HitKind({ kind }: { kind: SearchHit['kind'] }) {
  const Icon = icons[kind];
  return (
    <span className="hit-kind">
      <Icon aria-hidden />
      {t(`search.hit.${kind}`)}
    </span>
  );
}

/** Words round a match; the matches marked. */
export function Excerpt({ pieces }: { pieces: SearchHit['excerpt'] }) {
  return (
    <p className="hit-excerpt" dir="auto">
      {pieces.map((piece, index) => (piece.match ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>))}
    </p>
  );
}

/** The exact place: a passage or an item in the reader, a claim on its page. */
function openHit(hit: SearchHit): void {
  if (hit.kind === 'claim') openClaim(hit.id);
  else if (hit.itemId !== null) openItem(hit.itemId, { passageId: hit.passageId });
}
