import { errorWords } from '#shared/error-words.ts';
import { errorCodes, type ErrorCode, type ErrorData } from '#shared/errors.ts';
import type { QueueEntry } from '#shared/model/queue.ts';
import { isMessage, t } from '../messages/index.ts';

export type EntryError = NonNullable<QueueEntry['error']>;

/** A kept error, which may be of another version of the program, as one this version has words for. */
export function asErrorData({ code, facts }: EntryError): ErrorData {
  const known = errorCodes.find((one): one is ErrorCode => one === code);
  return known === undefined ? { code: 'internal', facts: { message: code } } : { code: known, facts };
}

/** What went wrong in a few words; the address stands beside it already. */
export function shortError(error: EntryError): string {
  const key = `queue.error.${error.code}`;
  if (!isMessage(key)) return errorWords(asErrorData(error)).title;
  const { problem, status, seconds } = error.facts;
  return t(key, { problem: String(problem ?? ''), status: String(status ?? ''), seconds: Number(seconds ?? 0) });
}
