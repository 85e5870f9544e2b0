import type { CallInput } from '#shared/contract.ts';
import type { QueueCounts, QueueStatus } from '#shared/model/queue.ts';
import { t } from '../messages/index.ts';
import { call, queryClient, useCall } from '../shell/engine.ts';
import { notify, notifyError } from '../ui/toast.tsx';

/** How many addresses of each state stand on the list; null until known. */
export function useQueueCounts(): QueueCounts | null {
  return useCall('queue.list', { limit: 1 }, { keepPrevious: true }).data?.counts ?? null;
}

/** What the program does with the queue now; null until known. */
export function useQueueStatus(): QueueStatus | null {
  return useCall('queue.status', {}, { keepPrevious: true }).data ?? null;
}

/** Starts or pauses; the answer is shown at once, before the event that tells everyone. */
export async function switchQueue(to: 'queue.run' | 'queue.pause'): Promise<void> {
  try {
    queryClient.setQueryData(['queue.status', {}], await call(to, {}));
  } catch (error) {
    notifyError(error);
  }
}

/** Entries wait again. Where nothing runs, the person is told so: retrying asks nothing of the network by itself. */
export async function retry(input: CallInput<'queue.retry'>): Promise<void> {
  try {
    const { changed } = await call('queue.retry', input);
    const { state } = await call('queue.status', {});
    const title = t('queue.retried', { count: changed });
    if (state === 'running') return notify({ tone: 'good', title });
    const action = { label: t('queue.start'), run: () => void switchQueue('queue.run') };
    notify({ tone: 'plain', title, text: t('queue.retried.paused'), action });
  } catch (error) {
    notifyError(error);
  }
}

export async function cancel(input: CallInput<'queue.cancel'>): Promise<void> {
  try {
    const { changed } = await call('queue.cancel', input);
    notify({ tone: 'plain', title: t('queue.cancelled', { count: changed }) });
  } catch (error) {
    notifyError(error);
  }
}
