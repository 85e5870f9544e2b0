import type { EngineClient } from '#engine/engine.ts';
import { toErrorData } from '#shared/errors.ts';

/** What else is known of the answer; whoever saw it passes it on. */
export type SeenAnswer = { responseHeaders?: [string, string][]; remoteAddress?: string | null; serverDate?: string | null };

/**
 * Where a capture failed because the page was not there (404, 410), the case keeps that as a dated fact. Answers the
 * error to go on with: the one given, or why the fact could not be recorded.
 */
export async function recordAbsence(
  engine: Pick<EngineClient, 'call'>,
  askedUrl: string,
  error: unknown,
  seen: SeenAnswer = {},
): Promise<unknown> {
  const { code, facts } = toErrorData(error);
  const { url, status } = facts;
  if (code !== 'url-not-found' || (status !== 404 && status !== 410)) return error;
  try {
    const finalUrl = typeof url === 'string' ? { finalUrl: url } : {};
    await engine.call('absences.record', { askedUrl: askedUrl.trim(), ...finalUrl, status, at: new Date().toISOString(), ...seen });
    return error;
  } catch (problem) {
    return problem;
  }
}
