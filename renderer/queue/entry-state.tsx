import { Ban, CircleCheck, CircleX, Clock, Hourglass, LoaderCircle, type LucideIcon } from 'lucide-react';
import type { QueueEntry, QueueStatus } from '#shared/model/queue.ts';
import { t } from '../messages/index.ts';
import { jobFraction, useJob } from '../shell/jobs.ts';
import { Progress } from '../ui/progress.tsx';
import { useQueueStatus } from './queue-calls.ts';

export type ShownState = QueueEntry['state'] | 'running' | 'again';

const icons: Record<ShownState, LucideIcon> = {
  running: LoaderCircle,
  waiting: Clock,
  again: Hourglass,
  done: CircleCheck,
  failed: CircleX,
  cancelled: Ban,
};

/** What the case says of an entry, and what the program does with it now. Pure. */
export function shownState(entry: QueueEntry, status: QueueStatus | null): ShownState {
  if (entry.state !== 'waiting' || status === null) return entry.state;
  if (status.running.includes(entry.id)) return 'running';
  return status.again.some(({ id }) => id === entry.id) ? 'again' : 'waiting';
}

/** A state in words with its sign; a capture under way also with how far it is. */
export function EntryState({ entry }: { entry: QueueEntry }) {
  const state = shownState(entry, useQueueStatus());
  const job = useJob(state === 'running' ? entry.id : null);
  const Icon = icons[state];
  return (
    <span className="queue-state" data-state={state}>
      <Icon aria-hidden />
      <span className="queue-state-words">
        {t(`queue.state.${state}`)}
        {state === 'running' ? (
          <Progress label={t('queue.progress', { url: entry.url })} fraction={job === null ? null : jobFraction(job)} />
        ) : null}
      </span>
    </span>
  );
}
