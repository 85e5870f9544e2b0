import { CalendarRange, ChevronDown, ChevronLeft, ChevronRight, Minus, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { timelineKinds } from '#shared/model/timeline.ts';
import { chosen } from '../claims/form-state.ts';
import { IncidentPicker } from '../incidents/incident-picker.tsx';
import { t } from '../messages/index.ts';
import { useCommands, type Command } from '../shell/commands.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Gap, ToolBar } from '../ui/page.tsx';
import { KindChoice } from './kind-choice.tsx';
import { moved, zoomed } from './move-window.ts';
import { PartyFilter } from './party-filter.tsx';
import type { TimeWindow } from './time-ticks.ts';
import { changeTimeline, useTimelineState } from './timeline-state.ts';

/** Zoom, move, and what is left out. */
export function TimelineTools({ window }: { window: TimeWindow | null }) {
  const { incidentId, partyId } = useTimelineState();
  const commands = useMemo(() => (window === null ? [] : windowCommands(window)), [window]);
  useCommands(commands);
  const run = (id: string) => commands.find((command) => command.id === id)?.run();
  const tool = (id: string, icon: typeof Plus, keys: string) => (
    <IconButton
      label={t(`timeline.${id}` as 'timeline.fit')}
      icon={icon}
      keys={keys}
      isDisabled={window === null}
      onPress={() => run(`timeline.${id}`)}
    />
  );
  return (
    <ToolBar>
      <div className="timeline-zoom">
        {tool('earlier', ChevronLeft, 'Shift+ArrowLeft')}
        {tool('later', ChevronRight, 'Shift+ArrowRight')}
        {tool('zoom-out', Minus, '-')}
        {tool('zoom-in', Plus, '[Shift]++')}
        <Button size="s" icon={CalendarRange} keys="0" isDisabled={window === null} onPress={() => run('timeline.fit')}>
          {t('timeline.fit')}
        </Button>
      </div>
      <Gap />
      <KindChoice kinds={timelineKinds} icon={ChevronDown} />
      <div className="filter-field-wide">
        <IncidentPicker
          label={t('timeline.incident')}
          placeholder={t('timeline.incident')}
          canCreate={false}
          choice={chosen(incidentId)}
          onChange={({ id }) => changeTimeline({ incidentId: id, window: null })}
        />
      </div>
      <div className="filter-field-wide">
        <PartyFilter id={partyId} onChange={(id) => changeTimeline({ partyId: id, window: null })} />
      </div>
    </ToolBar>
  );
}

function windowCommands(window: TimeWindow): Command[] {
  const show = (next: TimeWindow | null) => () => changeTimeline({ window: next });
  return [
    {
      id: 'timeline.zoom-in',
      title: 'timeline.zoom-in',
      group: 'timeline.group',
      keys: '[Shift]++',
      also: '=',
      run: show(zoomed(window, 1.6)),
    },
    { id: 'timeline.zoom-out', title: 'timeline.zoom-out', group: 'timeline.group', keys: '-', run: show(zoomed(window, 1 / 1.6)) },
    { id: 'timeline.fit', title: 'timeline.fit', group: 'timeline.group', keys: '0', run: show(null) },
    {
      id: 'timeline.earlier',
      title: 'timeline.earlier',
      group: 'timeline.group',
      keys: 'Shift+ArrowLeft',
      run: show(moved(window, -0.25)),
    },
    { id: 'timeline.later', title: 'timeline.later', group: 'timeline.group', keys: 'Shift+ArrowRight', run: show(moved(window, 0.25)) },
  ];
}
