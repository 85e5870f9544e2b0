import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import type { TimelineEntry } from '#shared/model/timeline.ts';
import { t } from '../messages/index.ts';
import { usePages } from '../shell/pages.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PagedTable, type Column } from '../ui/paged-table.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { dateWords, openEntry } from './entry-words.ts';
import type { TimeWindow } from './time-ticks.ts';
import { useTimelineFilter } from './use-timeline.ts';

type ListProps = {
  asked: TimeWindow | null;
  dated: number;
  undated: number;
  chosen: string | null;
  onChoose: (entry: TimelineEntry) => void;
};

/** The same things to read: what lies in the window, and what has no date, so that nothing is left out. */
export function TimelineList({ asked, dated, undated, chosen, onChoose }: ListProps) {
  const [shown, setShown] = useState<'dated' | 'undated'>(dated === 0 ? 'undated' : 'dated');
  const filter = useTimelineFilter();
  const pages = usePages('timeline.rows', shown === 'dated' ? { ...filter, ...asked } : { ...filter, dated: false });
  const count = (number: number) => ({ count: number.toLocaleString('en') });
  return (
    <section className="timeline-list" aria-label={t('timeline.list')}>
      <header className="timeline-list-head">
        <Segmented
          label={t('timeline.list')}
          options={[
            { id: 'dated', label: t('timeline.list.dated', count(dated)) },
            { id: 'undated', label: t('timeline.list.undated', count(undated)) },
          ]}
          value={shown}
          onChange={setShown}
        />
      </header>
      <PagedTable
        label={t('timeline.list')}
        columns={columns}
        pages={pages}
        rowKey={({ key }) => key}
        rowHeight={58}
        hasHead={false}
        selected={chosen}
        onSelect={onChoose}
        onOpen={openEntry}
        empty={
          <EmptyState
            icon={CalendarClock}
            title={t(shown === 'dated' ? 'timeline.none-here.title' : 'timeline.undated.none.title')}
            text={t(shown === 'dated' ? 'timeline.none-here.text' : 'timeline.undated.none.text')}
          />
        }
      />
    </section>
  );
}

const columns: Column<TimelineEntry>[] = [
  {
    id: 'entry',
    label: t('timeline.list'),
    width: 'minmax(0, 1fr)',
    cell: (entry) => (
      <div className="timeline-list-row" data-kind={entry.kind}>
        <span className="timeline-list-facts">
          <span className="timeline-list-date" title={entry.date ?? undefined}>
            {dateWords(entry)}
          </span>
          <span className="faint">{t(`timeline.kind.${entry.kind}`)}</span>
          {entry.who === null ? null : (
            <span className="timeline-list-who faint truncate" dir="auto" title={entry.who}>
              {entry.who}
            </span>
          )}
        </span>
        <button type="button" className="row-link truncate" dir="auto" title={entry.title} tabIndex={-1} onClick={() => openEntry(entry)}>
          {entry.title}
        </button>
      </div>
    ),
  },
];
