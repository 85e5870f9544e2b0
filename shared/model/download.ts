import { z } from 'zod';
import { captureResult } from './capture.ts';

const { requestedUrl, finalUrl, redirects, startedAt, endedAt, utcOffsetMinutes, status, requestHeaders, responseHeaders, remoteAddress, tls, certificates, userAgent, options, software, clockEvidence } = captureResult.shape; // prettier-ignore

/** An address that turned out to be a file to save: how it came, and the file as the browser saved it. */
export const downloadResult = z.object({
  requestedUrl, finalUrl, redirects, startedAt, endedAt, utcOffsetMinutes, status, requestHeaders, responseHeaders, remoteAddress, tls, certificates, userAgent, options, software, clockEvidence,
  /** `name` inside the staging folder; `suggestedName` and `mediaType` are what the site says, and prove nothing. */
  file: z.object({ name: z.string(), suggestedName: z.string(), mediaType: z.string(), size: z.number().int() }),
}); // prettier-ignore
export type DownloadResult = z.infer<typeof downloadResult>;

/** A finished download in its staging folder. */
export const stagedDownload = z.object({ folder: z.string(), result: downloadResult });
export type StagedDownload = z.infer<typeof stagedDownload>;
