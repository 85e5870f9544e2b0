import { copyFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { captureReport } from '#shared/model/capture-report.ts';
import { captureResult } from '#shared/model/capture.ts';
import type { StagedCapture } from '#shared/model/capture.ts';
import type { Exchange } from '#shared/model/exchange.ts';
import type { CaseContext } from '../context.ts';
import { getItem } from '../items/get-item.ts';
import { getText } from '../items/get-text.ts';
import { temporaryCase } from '../testing/temporary-case.ts';
import { keepCapture } from './keep-capture.ts';

const at = '2026-11-23T00:56:00.000Z';
const fixture = join(import.meta.dirname, '..', 'snapshot', 'fixtures', 'chromium-130.mhtml');

const pageExchange: Exchange = {
  url: 'http://127.0.0.1:38013/page', method: 'GET', startedAt: at, resourceType: 'Document', asker: 'page', asked: 'by-page', page: 0,
  request: { headers: [['Host', '127.0.0.1:38013']], body: null },
  response: { status: 200, statusText: 'OK', protocol: 'http/1.1', headers: [['Content-Type', 'text/html']], body: { name: 'body-0', size: 17 }, truncated: null },
  remoteAddress: '127.0.0.1', failure: null,
}; // prettier-ignore

let count = 0;

async function stage(ctx: CaseContext, change: Partial<StagedCapture['result']> = {}): Promise<StagedCapture> {
  const folder = join(ctx.store.staging, `capture-${count++}`);
  await mkdir(folder, { recursive: true });
  await copyFile(fixture, join(folder, 'page.mhtml'));
  await writeFile(join(folder, 'screenshot.png'), createCanvas(1280, 4000).toBuffer('image/png'));
  await writeFile(join(folder, 'print.pdf'), '%PDF-1.4 not read here');
  await writeFile(join(folder, 'body-0'), '<p>late words</p>');
  await writeFile(join(folder, 'exchanges.jsonl'), `${JSON.stringify(pageExchange)}\n`);
  const file = (role: string, name: string, mediaType: string) => ({
    role,
    name,
    mediaType,
    toolParameters: { scale: 1 },
  });
  const result = captureResult.parse({
    requestedUrl: 'http://127.0.0.1:38013/r1', finalUrl: 'http://127.0.0.1:38013/page',
    redirects: [{ url: 'http://127.0.0.1:38013/r1', status: 302, location: 'http://127.0.0.1:38013/page' }],
    startedAt: at, endedAt: at, utcOffsetMinutes: 60, status: 200,
    requestHeaders: [['Host', '127.0.0.1']], responseHeaders: [['Set-Cookie', 'a=1'], ['Set-Cookie', 'b=2']],
    remoteAddress: '127.0.0.1:38013', tls: null, certificates: [], userAgent: 'Mozilla/5.0', title: 'Page',
    jsonLd: ['{"@type":"NewsArticle","headline":"Graves","publisher":{"name":"The Paper"}}'],
    options: {}, software: { chromium: '130' },
    resources: { kept: 5, failed: [{ url: 'http://127.0.0.1:38013/gone.png', reason: 'HTTP 404' }], blocked: [] },
    clockEvidence: [{ url: 'http://127.0.0.1:38013/page', serverDate: 'Mon, 23 Nov 2026 00:56:00 GMT', localDate: at }],
    gaps: [], extras: [], trust: null, live: { text: 'الرقة Nearly 1,236 bodies shadow words late words', images: 1, videos: 0 },
    exchanges: { name: 'exchanges.jsonl', count: 1, bytes: 17, redactions: [], socketMessages: 0 },
    files: [file('mhtml', 'page.mhtml', 'multipart/related'), file('screenshot', 'screenshot.png', 'image/png'), file('print', 'print.pdf', 'application/pdf')],
    ...change,
  }); // prettier-ignore
  return { folder, result };
}

async function blobOf(ctx: CaseContext, itemId: string, role: string): Promise<string> {
  const { files } = await getItem(ctx, itemId);
  return readFile(ctx.store.pathOf(files.find((file) => file.role === role)?.sha256 ?? ''), 'utf8');
}

describe('keeping a capture', () => {
  it('makes one item with every file, its parents and its text', async () => {
    const { ctx } = await temporaryCase();
    const { itemId } = await keepCapture(ctx, { staged: await stage(ctx) });
    const item = await getItem(ctx, itemId);
    expect(item).toMatchObject({
      type: 'web',
      title: 'Graves',
      source: 'The Paper',
      language: 'ar',
      method: 'capture',
      capturedAt: at,
      completeness: 'partial',
    });
    expect(item.gaps).toEqual([{ reason: 'resources-not-in-snapshot', facts: { count: 3 } }]);
    const role = (id: string | null) => item.files.find((file) => file.id === id)?.role ?? null;
    expect(Object.fromEntries(item.files.map((file) => [file.role, role(file.parentFileId)]))).toEqual({
      mhtml: null, screenshot: null, print: null, wacz: null, report: null, snapshot: 'mhtml', text: 'snapshot', headers: null, thumbnail: 'screenshot', provenance: null,
    }); // prettier-ignore
    const text = await getText(ctx, itemId);
    expect(text?.text).toBe('الرقة\nNearly 1,236 bodies\nshadow words late words');
    expect(await blobOf(ctx, itemId, 'text')).toBe(text?.text);
    expect(item.thumbnailSha256).not.toBeNull();
  });

  it('keeps the MHTML byte for byte and records how it was taken', async () => {
    const { ctx } = await temporaryCase();
    const { itemId } = await keepCapture(ctx, { staged: await stage(ctx) });
    expect(await blobOf(ctx, itemId, 'mhtml')).toBe(await readFile(fixture, 'utf8'));
    expect(JSON.parse(await blobOf(ctx, itemId, 'headers'))).toMatchObject({
      status: 200,
      response: [
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', 'b=2'],
      ],
    });
    const record = JSON.parse(await blobOf(ctx, itemId, 'provenance')) as Record<string, unknown>;
    const { files } = await getItem(ctx, itemId);
    expect(record).toMatchObject({
      format: 'holdfast-provenance/1',
      capture: {
        requestedUrl: 'http://127.0.0.1:38013/r1',
        redirects: [{ status: 302 }],
        utcOffsetMinutes: 60,
      },
    });
    expect(record['doesNotProve']).toHaveLength(6);
    for (const file of record['files'] as { role: string; sha256: string }[])
      expect(files.find((one) => one.role === file.role)?.sha256).toBe(file.sha256);
  });

  it('reports what became of the page', async () => {
    const { ctx } = await temporaryCase();
    const { itemId } = await keepCapture(ctx, { staged: await stage(ctx) });
    const report = captureReport.parse(JSON.parse(await blobOf(ctx, itemId, 'report')));
    expect(report).toMatchObject({
      verdict: 'fair',
      warnings: [{ id: 'little-text' }, { id: 'parts-failed', facts: { count: 1 } }],
      text: { liveWords: 9, keptWords: 9, share: 1 },
      resources: { exchanges: 1, kept: 1, notRecorded: [] },
    });
  });

  it('links a page captured again to the one before', async () => {
    const { ctx } = await temporaryCase();
    const { itemId: first } = await keepCapture(ctx, { staged: await stage(ctx) });
    const { itemId: second } = await keepCapture(ctx, { staged: await stage(ctx, { requestedUrl: 'http://127.0.0.1:38013/page#x' }) });
    const links = await ctx.read.selectFrom('itemVersion').select(['itemId', 'earlierId', 'address']).execute();
    expect(links).toEqual([{ itemId: second, earlierId: first, address: 'http://127.0.0.1:38013/page' }]);
  });

  it('keeps nothing of a capture whose page cannot be read', async () => {
    const { ctx } = await temporaryCase();
    const staged = await stage(ctx);
    await writeFile(join(staged.folder, 'page.mhtml'), 'From: x\r\nContent-Type: text/plain\r\n\r\nno page');
    await expect(keepCapture(ctx, { staged })).rejects.toMatchObject({ code: 'file-damaged' });
    const names: string[] = [];
    for await (const { name } of ctx.store.names()) names.push(name);
    expect(names).toEqual([]);
    expect(ctx.jobs.list()[0]).toMatchObject({ kind: 'capture', state: 'failed' });
  });

  it('takes nothing from a folder elsewhere, and leaves it as it is', async () => {
    const { ctx } = await temporaryCase();
    const staged = await stage(ctx);
    const elsewhere = join(ctx.folder, 'elsewhere');
    await rename(staged.folder, elsewhere);
    const before = (await readdir(elsewhere)).sort();
    await expect(keepCapture(ctx, { staged: { ...staged, folder: elsewhere } })).rejects.toMatchObject({ code: 'wrong-input' });
    expect((await readdir(elsewhere)).sort()).toEqual(before);
  });

  it('takes no file from outside the staging folder', async () => {
    const { ctx } = await temporaryCase();
    const staged = await stage(ctx, {
      files: [{ role: 'print', name: '../../case.sqlite', mediaType: 'application/pdf', toolParameters: {} }],
    });
    await expect(keepCapture(ctx, { staged })).rejects.toMatchObject({ code: 'wrong-input' });
  });
});
