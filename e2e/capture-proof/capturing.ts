import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { CaptureOptions } from '#shared/model/capture.ts';
import type { CaptureReport } from '#shared/model/capture-report.ts';
import type { Item } from '#shared/model/items.ts';
import { startCaptureSite, type CaptureSite } from '../capture-site/start-capture-site.ts';
import { call } from '../support/calls.ts';
import { launch, type RunningApp } from '../support/launch.ts';

/** A kept capture. `wacz` is a copy of its archive under a name that ends as such files do. */
export type Captured = { item: Item; wacz: string; ms: number };

/** The real program with a new case, beside the site it captures. */
export type Capturing = {
  running: RunningApp;
  site: CaptureSite;
  caseFolder: string;
  capture(url: string, options?: Partial<CaptureOptions>, jobId?: string): Promise<Captured>;
  bytesOf(item: Item, role: string): Promise<Buffer>;
  blob(sha256: string): Promise<Buffer>;
  report(item: Item): Promise<CaptureReport>;
  close(): Promise<void>;
};

/** `args` are Chromium's own switches. */
export async function startCapturing(args: string[] = []): Promise<Capturing> {
  const site = await startCaptureSite();
  const running = await launch({ args });
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-proof-'));
  const caseFolder = join(folder, 'Proof.holdfast');
  await call(running.page, 'case.create', { folder: caseFolder, title: 'Proof' });
  const pathOf = async (item: Item, role: string) => {
    const file = item.files.find((one) => one.role === role);
    return (await call(running.page, 'blobs.locate', { sha256: file?.sha256 ?? '' })).path;
  };
  return {
    running,
    site,
    caseFolder,
    async capture(url, options = {}, jobId) {
      const start = performance.now();
      const given = { timeLimitMs: 60_000, width: 1280, height: 900, scroll: true, video: false, ...options };
      const { itemId } = await call(running.page, 'capture.run', { url, options: given, ...(jobId === undefined ? {} : { jobId }) });
      const ms = performance.now() - start;
      const item = await call(running.page, 'items.get', { id: itemId });
      const wacz = join(folder, `${basename(itemId)}.wacz`);
      // Replay and the checkers go by the file's ending; in the store it has none.
      await copyFile(await pathOf(item, 'wacz'), wacz);
      return { item, wacz, ms };
    },
    bytesOf: async (item, role) => readFile(await pathOf(item, role)),
    blob: async (sha256) => readFile((await call(running.page, 'blobs.locate', { sha256 })).path),
    async report(item) {
      const report = await call(running.page, 'captures.report', { itemId: item.id });
      if (report === null) throw new Error('the item has no capture report');
      return report;
    },
    async close() {
      await running.close();
      await site.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
