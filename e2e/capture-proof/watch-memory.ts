import type { ElectronApplication } from 'playwright';

/** In megabytes: how much the main process grew at most, and the most that all processes of the program took together. */
export type MemoryUsed = { mainGrownMb: number; allPeakMb: number };

type Watch = { before: number; peak: number; all: number; timer: NodeJS.Timeout };

/** Looks at the program's memory ten times a second until it is told to stop. */
export async function watchMemory(app: ElectronApplication): Promise<{ stop(): Promise<MemoryUsed> }> {
  await app.evaluate(({ app: electron }) => {
    const all = () => electron.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0) * 1024;
    const before = process.memoryUsage().rss;
    const watch: Watch = { before, peak: before, all: all(), timer: setInterval(() => look(), 100) };
    const look = () => {
      watch.peak = Math.max(watch.peak, process.memoryUsage().rss);
      watch.all = Math.max(watch.all, all());
    };
    (globalThis as { memoryWatch?: Watch }).memoryWatch = watch;
  });
  return {
    stop: () =>
      app.evaluate(() => {
        const { before, peak, all, timer } = (globalThis as unknown as { memoryWatch: Watch }).memoryWatch;
        clearInterval(timer);
        const mega = (bytes: number) => Math.round(bytes / 1024 ** 2);
        return { mainGrownMb: mega(peak - before), allPeakMb: mega(all) };
      }),
  };
}
