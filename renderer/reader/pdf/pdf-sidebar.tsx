import './pdf-sidebar.css';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState, type ComponentProps } from 'react';
import { t } from '../../messages/index.ts';
import { Segmented } from '../../ui/segmented.tsx';
import type { LinkTarget } from './link-target.ts';
import { Outline } from './outline.tsx';
import { readOutline, type OutlineEntry } from './outline-rows.ts';
import { PageList } from './page-list.tsx';

export type SidebarView = 'pages' | 'outline';

type PdfSidebarProps = ComponentProps<typeof PageList> & {
  view: SidebarView;
  onView: (view: SidebarView) => void;
  onFollow: (target: LinkTarget) => void;
};

/** The pages in small, or the document's own table of contents. */
export function PdfSidebar({ view, onView, onFollow, ...list }: PdfSidebarProps) {
  return (
    <aside className="pdf-sidebar" aria-label={t('reader.pdf.sidebar')}>
      <div className="pdf-sidebar-head">
        <Segmented
          label={t('reader.pdf.sidebar')}
          options={[
            { id: 'pages', label: t('reader.pdf.pages') },
            { id: 'outline', label: t('reader.pdf.outline.short') },
          ]}
          value={view}
          onChange={onView}
        />
      </div>
      {view === 'pages' ? <PageList {...list} /> : <OutlineView pdf={list.pdf} onFollow={onFollow} />}
    </aside>
  );
}

function OutlineView({ pdf, onFollow }: { pdf: PDFDocumentProxy; onFollow: (target: LinkTarget) => void }) {
  const [entries, setEntries] = useState<readonly OutlineEntry[] | null>(null);
  useEffect(() => {
    let gone = false;
    void readOutline(pdf).then((read) => gone || setEntries(read));
    return () => {
      gone = true;
    };
  }, [pdf]);
  if (entries === null) return null;
  return entries.length === 0 ? (
    <p className="pdf-no-outline muted">{t('reader.pdf.outline.none')}</p>
  ) : (
    <Outline entries={entries} onFollow={onFollow} />
  );
}
