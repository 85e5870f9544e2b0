import type { ParsedInput } from '#shared/contract.ts';
import { runCapture } from './capture/run-capture.ts';
import type { Shell } from './shell.ts';

/** Captures one page with our own Chromium and keeps it as an item of the open case. */
export function capture(shell: Shell, input: ParsedInput<'capture.run'>, signal?: AbortSignal): Promise<{ itemId: string }> {
  return shell.running.run(input.jobId, (own, jobId) =>
    runCapture(
      { engine: shell.engine, emit: shell.emit, lane: shell.caseSessions },
      { ...input, jobId },
      signal === undefined ? own : AbortSignal.any([own, signal]),
    ),
  );
}
