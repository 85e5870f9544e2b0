import { create } from 'zustand';
import type { Job } from '#shared/model/events.ts';

/** Long work as last heard of, newest last. Ended jobs leave the list; whoever started one has its answer. */
export const useJobs = create<{ running: readonly Job[] }>(() => ({ running: [] }));

export function jobChanged(job: Job): void {
  useJobs.setState(({ running }) => {
    if (job.state !== 'running') return { running: running.filter((other) => other.id !== job.id) };
    const known = running.some((other) => other.id === job.id);
    return { running: known ? running.map((other) => (other.id === job.id ? job : other)) : [...running, job] };
  });
}

export function jobsForgotten(): void {
  useJobs.setState({ running: [] });
}

/** The job with this id while it runs. */
export function useJob(id: string | null): Job | null {
  return useJobs(({ running }) => running.find((job) => job.id === id) ?? null);
}

/** How far along, 0 to 1, or null when the end is unknown. */
export function jobFraction({ done, total }: Job): number | null {
  return total === null || total <= 0 ? null : Math.min(1, done / total);
}
