import type { ParsedInput } from '#shared/contract.ts';
import { runCapture } from './capture/run-capture.ts';
import type { Shell } from './shell.ts';

/** What a capture needs of the shell. */
export type CaptureShell = Pick<Shell, 'engine' | 'emit' | 'running' | 'caseSessions'>;

/**
 * Captures one page with our own Chromium and keeps it as an item of the open case; with `queueId`, as what that entry
 * of the capture queue is done with.
 */
export function capture(
  shell: CaptureShell,
  input: ParsedInput<'capture.run'> & { queueId?: string },
  signal?: AbortSignal,
): Promise<{ itemId: string }> {
  return shell.running.run(input.jobId, (own, jobId) =>
    runCapture(
      { engine: shell.engine, emit: shell.emit, lane: shell.caseSessions },
      { ...input, jobId },
      signal === undefined ? own : AbortSignal.any([own, signal]),
    ),
  );
}
