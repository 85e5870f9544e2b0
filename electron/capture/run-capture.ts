import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineClient } from '#engine/engine.ts';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError, toErrorData } from '#shared/errors.ts';
import { captureOptions } from '#shared/model/capture.ts';
import type { EngineEvent, Job } from '#shared/model/events.ts';
import { capturePage } from './capture-page.ts';
import type { Captured } from './capture-page.ts';
import { fetchVideo } from './fetch-video.ts';
import { recordAbsence, type SeenAnswer } from './record-absence.ts';
import { recordFailure } from './record-failure.ts';
import type { CaseSessionLane } from './case-session.ts';
import { captureSteps, type CaptureStep } from './take-page.ts';

export type CaptureDependencies = {
  engine: Pick<EngineClient, 'call'>;
  /** Takes job events on their way to windows, in the form the engine's own have. */
  emit: (event: EngineEvent) => void;
  /** Who is in the case's session now. */
  lane: CaseSessionLane;
};

/**
 * Captures a page and keeps it in the open case: what `capture.run` does, for the window and the command line alike.
 * One job in two halves: taken here, then kept by the engine under the same job id, which says how it ended. Failures
 * of the first half are announced here.
 *
 * @throws HoldfastError what `capturePage` throws, no-case-open, case-read-only, and what `captures.keep` and
 * `captures.keepDownload` throw
 */
export async function runCapture(
  { engine, emit, lane }: CaptureDependencies,
  input: ParsedInput<'capture.run'> & { queueId?: string },
  signal: AbortSignal = new AbortController().signal,
): Promise<{ itemId: string }> {
  const job: Job = { id: input.jobId ?? randomUUID(), kind: 'capture', subject: input.url, done: 0, total: captureSteps.length + 1, unit: 'steps', state: 'running', error: null }; // prettier-ignore
  const announce = () => emit({ type: 'job', job: { ...job } });
  let folder: string | null = null;
  let seen: SeenAnswer = {};
  try {
    announce();
    const { staging, caseId } = await writableCase(engine);
    const own = join(staging, `capture-${randomUUID()}`);
    folder = own;
    const options = input.options ?? captureOptions.parse({});
    const onStep = (step: CaptureStep) => {
      job.done = captureSteps.indexOf(step);
      announce();
    };
    const onAnswer = (answer: SeenAnswer) => void (seen = answer);
    const take = () => capturePage({ url: input.url, options, signal, folder: own, caseId, onStep, onAnswer });
    const captured = await (options.session === 'case' ? lane.capture(take, signal) : take());
    return await keep(engine, { jobId: job.id, queueId: input.queueId }, signal, folder, captured);
  } catch (failure) {
    const error = await recordAbsence(engine, input.url, failure, seen);
    const data = toErrorData(error);
    if (input.queueId === undefined) await recordFailure(engine, input.url, data);
    job.state = data.code === 'cancelled' ? 'cancelled' : 'failed';
    job.error = job.state === 'failed' ? data : null;
    announce();
    throw error;
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}

async function keep(
  engine: CaptureDependencies['engine'],
  { jobId, queueId }: { jobId: string; queueId: string | undefined },
  signal: AbortSignal,
  folder: string,
  captured: Captured,
): Promise<{ itemId: string }> {
  const page = captured.kind === 'page' ? await fetchVideo(engine, captured.result, folder, signal) : null;
  signal.throwIfAborted();
  const cancel = () => void engine.call('jobs.cancel', { jobId }).catch(() => undefined);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const under = { jobId, ...(queueId === undefined ? {} : { queueId }) };
    if (captured.kind === 'download')
      return await engine.call('captures.keepDownload', { staged: { folder, result: captured.result }, ...under });
    return await engine.call('captures.keep', { staged: { folder, result: page ?? captured.result }, ...under });
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/** Staged files lie in the case, not in a shared temporary folder: what is captured may endanger people. */
export async function writableCase(engine: CaptureDependencies['engine']): Promise<{ staging: string; caseId: string; title: string }> {
  const open = await engine.call('case.info', {});
  if (!open) throw new HoldfastError('no-case-open', {});
  if (open.access === 'read') throw new HoldfastError('case-read-only', { folder: open.folder });
  return { staging: join(open.folder, 'staging'), caseId: open.caseId, title: open.title };
}
