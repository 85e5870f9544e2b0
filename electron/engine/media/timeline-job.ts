import type { CaseContext } from '../context.ts';
import { openSource, type MediaSource } from './media-source.ts';

/** `onTime` takes the second of the recording that was reached. */
type Work<Result> = (source: MediaSource, signal: AbortSignal, onTime: (seconds: number) => void) => Promise<Result>;

/** Looks through a whole recording as a job a person can watch and cancel. What is found is told and not kept. */
export async function timelineJob<Result>(
  ctx: CaseContext,
  { fileId, jobId }: { fileId: string; jobId?: string | undefined },
  work: Work<Result>,
): Promise<Result> {
  return ctx.jobs.run({ id: jobId, kind: 'timeline', subject: '', unit: 'steps' }, async ({ signal, progress }) => {
    const source = await openSource(ctx, fileId, signal);
    const seconds = Number(source.probe.format?.duration);
    progress({ subject: source.file.name, total: seconds > 0 ? Math.ceil(seconds) : null });
    return work(source, signal, (reached) => progress({ done: Math.round(reached) }));
  });
}
