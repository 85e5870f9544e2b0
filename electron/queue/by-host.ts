/** Captures at once in all; of one host there is never more than one. */
export const mostAtOnce = 3;

/**
 * Works through a list in its order, at most `mostAtOnce` at a time and never two of one host. Resolves when all have
 * ended; `work` must not reject. Once aborted nothing more is begun.
 */
export async function workByHost<Task extends { host: string }>(
  tasks: readonly Task[],
  work: (task: Task) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const waiting = [...tasks];
  const busy = new Map<string, Promise<void>>();
  for (;;) {
    const index = signal.aborted || busy.size >= mostAtOnce ? -1 : waiting.findIndex(({ host }) => !busy.has(host));
    const [task] = index === -1 ? [] : waiting.splice(index, 1);
    if (task !== undefined)
      busy.set(
        task.host,
        work(task).finally(() => busy.delete(task.host)),
      );
    else if (busy.size > 0) await Promise.race(busy.values());
    else return;
  }
}
