import type { EngineEvent } from '#shared/model/events.ts';
import { bytes, plain } from './terminal-text.ts';

/** One line at the foot of a terminal that follows the running job; gone when it ends. Not for pipes. */
export function progressLine(stream: NodeJS.WriteStream): (event: EngineEvent) => void {
  return (event) => {
    if (event.type !== 'job') return;
    const { job } = event;
    const amount = (count: number) => (job.unit === 'bytes' ? bytes(count) : String(count));
    const share = job.total === null ? amount(job.done) : `${amount(Math.min(job.done, job.total))} of ${amount(job.total)}`;
    const line = job.state === 'running' ? `${job.kind}  ${share}  ${plain(job.subject)}`.slice(0, Math.max(20, stream.columns - 1)) : '';
    stream.write(`\r\u001b[K${line}`);
  };
}
