import { z } from 'zod';
import { timestamp } from './primitives.ts';

/** Headers in order, each occurrence its own pair. */
export const headerPairs = z.array(z.tuple([z.string(), z.string()]));
export type HeaderPairs = z.infer<typeof headerPairs>;

/** The first value of a header, by its name in lower case; null when it is not there. */
export function headerOf(headers: HeaderPairs, wanted: string): string | null {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? null;
}

/** Why a body is not all of it (ISO 28500:2017 section 5.13, `WARC-Truncated`). */
export const truncations = ['length', 'time', 'disconnect', 'unspecified'] as const;

/** A value that was not written down. `name` is the header, parameter or field it stood in; the value is nowhere. */
export const redaction = z.object({
  where: z.enum(['request-header', 'response-header', 'url', 'request-body', 'response-body', 'page', 'print', 'record']),
  name: z.string(),
  url: z.string(),
});
export type Redaction = z.infer<typeof redaction>;

/** Bytes of a body, as the browser had them: transfer and content codings undone. `name` is a file in the staging folder. */
export const stagedBody = z.object({ name: z.string(), size: z.number().int() });
export type StagedBody = z.infer<typeof stagedBody>;

/**
 * One request and what came of it, as the browser sent and received it. `asker` is who asked: the page, a frame of
 * another site, a worker. `asked: 'again'` marks what the program itself fetched once more after the page had.
 */
export const exchange = z.object({
  url: z.string(),
  method: z.string(),
  startedAt: timestamp,
  resourceType: z.string(),
  asker: z.string(),
  asked: z.enum(['by-page', 'again']).default('by-page'),
  /** A service worker made the answer up or had it in store: nothing crossed the network. */
  from: z.literal('service-worker').optional(),
  /** Which navigation of the window it belongs to, from 0. */
  page: z.number().int(),
  request: z.object({ headers: headerPairs, body: stagedBody.nullable() }),
  response: z
    .object({
      status: z.number().int(),
      statusText: z.string(),
      /** As negotiated: `http/1.1`, `h2`, `h3`. */
      protocol: z.string(),
      headers: headerPairs,
      body: stagedBody.nullable(),
      truncated: z.enum(truncations).nullable(),
    })
    .nullable(),
  remoteAddress: z.string().nullable(),
  /** Chromium's reason, when nothing came. */
  failure: z.string().nullable(),
});
export type Exchange = z.infer<typeof exchange>;

/**
 * Addresses that the program fetched once more and got whole: what the page itself left unfinished there is not missing.
 * Pure.
 */
export function wholeAgain(exchanges: readonly Exchange[]): Set<string> {
  const again = exchanges.filter(({ asked, response }) => asked === 'again' && response?.status === 200 && response.truncated === null);
  return new Set(again.map(({ url }) => url));
}
