/** For tests: a captured page of one file and its text, kept the way a capture keeps one. */
import { captureResult } from '#shared/model/capture.ts';
import type { CaseContext } from '../context.ts';
import { keepItem } from '../items/keep-item.ts';
import { versionsOfCapture } from '../versions/versions-of-capture.ts';

export type Page = { url: string; requestedUrl?: string; text: string; title?: string; facts?: Record<string, string> };

/** Kept as `captures.keep` keeps it, without the files that a browser makes. */
export async function keepPage(ctx: CaseContext, { url, requestedUrl = url, text, title = 'A page', facts = {} }: Page): Promise<string> {
  const at = ctx.ports.now().toISOString();
  const mhtml = await ctx.store.keepBytes(`${at} ${url} ${text}`);
  const blob = await ctx.store.keepBytes(text);
  const result = captureResult.parse({
    requestedUrl, finalUrl: url, redirects: [], startedAt: at, endedAt: at, utcOffsetMinutes: 0, status: 200, requestHeaders: [],
    responseHeaders: [['Content-Type', 'text/html']], remoteAddress: '127.0.0.1:80', tls: null, certificates: [], userAgent: '', title, jsonLd: [],
    options: {}, software: {}, resources: { kept: 1, failed: [], blocked: [] },
    clockEvidence: [{ url, serverDate: 'Wed, 14 Nov 2018 09:00:00 GMT', localDate: at }], gaps: [], extras: [], files: [],
    trust: null, live: { text, images: 0, videos: 0 }, exchanges: { name: 'exchanges.jsonl', count: 0, bytes: 0, redactions: [], socketMessages: 0 },
  }); // prettier-ignore
  const tool = { name: 'test', version: '1', parameters: {} };
  return keepItem(
    ctx,
    {
      type: 'web', title, source: 'test', sourceUrl: url, language: null, originalName: null, method: 'capture', capturedAt: at, gaps: [],
      facts: { requestedUrl, finalUrl: url, title, ...facts },
      files: [
        { key: 'mhtml', role: 'mhtml', blob: mhtml, name: 'page.mhtml', mediaType: 'multipart/related' },
        { key: 'text', role: 'text', blob, name: 'text.txt', mediaType: 'text/plain', parent: 'mhtml', tool },
      ],
      text: { fileKey: 'text', text, map: { kind: 'plain' } },
    },
    await versionsOfCapture(ctx, result, text),
  ); // prettier-ignore
}
