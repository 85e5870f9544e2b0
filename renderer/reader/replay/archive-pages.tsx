import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { ReplayArchive, ReplayPage, ReplayShown } from '#shared/model/replay.ts';
import { t } from '../../messages/index.ts';
import { utcWords } from '../../ui/times.tsx';

/** Height of one page of the list in CSS pixels. */
const ROW = 62;

type ArchivePagesProps = { archive: ReplayArchive; shown: ReplayShown | null; onShow: (page: ReplayPage) => void };

/** The pages an archive names, in its order. */
export function ArchivePages({ archive, shown, onShow }: ArchivePagesProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { pages, total } = archive;
  const virtual = useVirtualizer({ count: pages.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 6 });
  return (
    <nav className="archive-pages" aria-label={t('replay.pages.label')}>
      <div className="archive-pages-list" ref={scroller}>
        <div style={{ position: 'relative', blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const page = pages[index]!;
            const isShown = shown?.url === page.url && (shown.at === null || shown.at.slice(0, 19) === page.at.slice(0, 19));
            return (
              <button
                type="button"
                key={index}
                className="archive-page"
                style={{ transform: `translateY(${start}px)`, blockSize: ROW }}
                aria-current={isShown ? 'page' : undefined}
                title={page.url}
                onClick={() => onShow(page)}
              >
                <span className="truncate" dir="auto">
                  {page.title || page.url}
                </span>
                <span className="archive-page-url mono truncate" dir="ltr">
                  {page.url}
                </span>
                <span className="faint archive-page-at">{utcWords(page.at)}</span>
              </button>
            );
          })}
        </div>
      </div>
      {total > pages.length ? <p className="faint archive-pages-part">{t('replay.pages.part', { shown: pages.length, total })}</p> : null}
    </nav>
  );
}
