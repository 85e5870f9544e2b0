/** For tests: a page as a browser would have left it in staging, without a browser. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { captureResult, type StagedCapture } from '#shared/model/capture.ts';

const at = '2026-11-23T00:56:00.000Z';
const fixture = join(import.meta.dirname, '..', 'snapshot', 'fixtures', 'chromium-130.mhtml');

const exchange = {
  url: 'http://127.0.0.1:38013/page', method: 'GET', startedAt: at, resourceType: 'Document', asker: 'page', asked: 'by-page', page: 0,
  request: { headers: [['Host', '127.0.0.1:38013']], body: null },
  response: { status: 200, statusText: 'OK', protocol: 'http/1.1', headers: [['Content-Type', 'text/html']], body: { name: 'body-0', size: 17 }, truncated: null },
  remoteAddress: '127.0.0.1', failure: null,
}; // prettier-ignore

/** Stages one page; `name` makes its address and bytes its own. */
export async function stageCapture(staging: string, name: string): Promise<StagedCapture> {
  const folder = join(staging, name);
  await mkdir(folder, { recursive: true });
  const canvas = createCanvas(320, 400);
  canvas.getContext('2d').fillText(name, 10, 20);
  await copyFile(fixture, join(folder, 'page.mhtml'));
  await writeFile(join(folder, 'screenshot.png'), canvas.toBuffer('image/png'));
  await writeFile(join(folder, 'print.pdf'), `%PDF-1.4 not read here ${name}`);
  await writeFile(join(folder, 'body-0'), '<p>late words</p>');
  await writeFile(join(folder, 'exchanges.jsonl'), `${JSON.stringify(exchange)}\n`);
  const file = (role: string, fileName: string, mediaType: string) => ({ role, name: fileName, mediaType, toolParameters: {} });
  const url = `http://127.0.0.1:38013/${name}`;
  const result = captureResult.parse({
    requestedUrl: url, finalUrl: url, redirects: [], startedAt: at, endedAt: at, utcOffsetMinutes: 60, status: 200,
    requestHeaders: [], responseHeaders: [], remoteAddress: '127.0.0.1:38013', tls: null, certificates: [],
    userAgent: 'Mozilla/5.0', title: name, jsonLd: [], options: {}, software: { chromium: '130' },
    resources: { kept: 1, failed: [], blocked: [] }, clockEvidence: [], gaps: [], extras: [], trust: null,
    live: { text: 'late words', images: 0, videos: 0 },
    exchanges: { name: 'exchanges.jsonl', count: 1, bytes: 17, redactions: [], socketMessages: 0 },
    files: [file('mhtml', 'page.mhtml', 'multipart/related'), file('screenshot', 'screenshot.png', 'image/png'), file('print', 'print.pdf', 'application/pdf')],
  }); // prettier-ignore
  return { folder, result };
}
