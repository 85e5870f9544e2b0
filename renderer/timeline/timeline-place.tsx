import './timeline.css';
import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import type { TimelineEntry } from '#shared/model/timeline.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { dateWords } from './entry-words.ts';
import { TimelineDrawing } from './timeline-drawing.tsx';
import { TimelineLegend } from './timeline-legend.tsx';
import { TimelineList } from './timeline-list.tsx';
import { changeTimeline, useTimelineState } from './timeline-state.ts';
import { TimelineTools } from './timeline-tools.tsx';
import { useTimeline } from './use-timeline.ts';

/** Everything of the case over time: what happened, what was said of it, and the sources; as a drawing and as a list. */
export function TimelinePlace() {
  const { view, window, asked, error } = useTimeline();
  const [chosen, choose] = useState<TimelineEntry | null>(null);
  const [pointed, point] = useState<TimelineEntry | null>(null);
  const hasNothing = view !== undefined && view.dated === 0 && view.undated === 0;
  return (
    <div className="list-place">
      <TimelineTools window={window} />
      {error === null ? null : <ErrorNotice error={error} />}
      {hasNothing ? <Nothing /> : null}
      {view === undefined || hasNothing ? null : (
        <div className="timeline">
          <div className="timeline-picture">
            {window === null || asked === null ? (
              <Nothing />
            ) : (
              <>
                <TimelineDrawing
                  view={view}
                  window={window}
                  asked={view.window ?? asked}
                  chosen={chosen?.key ?? null}
                  onChoose={choose}
                  onPoint={point}
                  onWindow={(next) => changeTimeline({ window: next })}
                />
                <Told entry={pointed ?? chosen} />
                <TimelineLegend />
              </>
            )}
          </div>
          <TimelineList
            asked={asked}
            dated={view.lanes.reduce((sum, { total }) => sum + total, 0)}
            undated={view.undated}
            chosen={chosen?.key ?? null}
            onChoose={choose}
          />
        </div>
      )}
    </div>
  );
}

/** What is pointed at or chosen, in words; a screen reader has them on the entry itself. */
function Told({ entry }: { entry: TimelineEntry | null }) {
  if (entry === null) return <p className="timeline-told faint">{t('timeline.none-chosen')}</p>;
  return (
    <p className="timeline-told" aria-hidden>
      <strong>{dateWords(entry)}</strong>
      <span className="faint">
        {t(`timeline.kind.${entry.kind}`)}
        {entry.who === null ? null : (
          <>
            , <bdi>{entry.who}</bdi>
          </>
        )}
      </span>
      <span className="truncate" dir="auto">
        {entry.title}
      </span>
    </p>
  );
}

function Nothing() {
  const { incidentId, partyId, without } = useTimelineState();
  if (incidentId === null && partyId === null && without.length === 0)
    return <EmptyState icon={CalendarClock} title={t('timeline.empty.title')} text={t('timeline.empty.text')} />;
  return (
    <EmptyState icon={CalendarClock} title={t('timeline.empty.filtered.title')} text={t('timeline.empty.filtered.text')}>
      <Button onPress={() => changeTimeline({ incidentId: null, partyId: null, without: [], window: null })}>{t('timeline.clear')}</Button>
    </EmptyState>
  );
}
