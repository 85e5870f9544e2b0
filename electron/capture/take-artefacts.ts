import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WebContents } from 'electron';
import type { CaptureOptions, CaptureResult } from '#shared/model/capture.ts';
import { atMost, untilAborted } from './devtools.ts';
import type { DevTools } from './devtools.ts';

type StagedFile = CaptureResult['files'][number];
type Gap = CaptureResult['gaps'][number];

export type Taking = {
  contents: WebContents;
  tools: DevTools;
  folder: string;
  options: CaptureOptions;
  signal: AbortSignal;
};

/** Textures end at 16,384 pixels; a taller page is taken in several pictures. */
const tallestScreenshot = 16_000;
const mostScreenshots = 20;
/** No further picture is begun after this. */
const screenshotsMs = 30_000;
/** A page that the browser never draws gives neither picture nor print, and says nothing. */
const patienceMs = { screenshot: 40_000, print: 30_000 };

/**
 * The page as the browser serialises it: document, frames, styles, images, as they stand now (Page.captureSnapshot).
 * `holds`: the addresses inside.
 */
export async function takeMhtml({ tools, folder }: Taking): Promise<StagedFile & { holds: Set<string> }> {
  const { data } = await tools.send<{ data: string }>('Page.captureSnapshot', { format: 'mhtml' });
  await writeFile(join(folder, 'page.mhtml'), data, { flag: 'wx' });
  const holds = new Set([...data.matchAll(/^Content-Location: (\S+)\r?$/gm)].map((line) => line[1] ?? ''));
  return {
    role: 'mhtml',
    name: 'page.mhtml',
    mediaType: 'multipart/related',
    toolParameters: { format: 'mhtml' },
    holds,
  };
}

/**
 * The page from top to end, at one device pixel a CSS pixel: one picture, or for a tall page several, each going on
 * where the one before ends. What the browser does not draw in time is told in `gaps`.
 */
export async function takeScreenshots({ tools, folder, options }: Taking, gaps: Gap[]): Promise<StagedFile[]> {
  const { cssContentSize: size } = await tools.send<{ cssContentSize: { width: number; height: number } }>('Page.getLayoutMetrics');
  const pageHeight = Math.max(1, Math.ceil(size.height));
  const width = Math.min(Math.max(options.width, Math.ceil(size.width)), 4096);
  const parts = Math.min(Math.ceil(pageHeight / tallestScreenshot), mostScreenshots);
  const files: StagedFile[] = [];
  const end = performance.now() + screenshotsMs;
  for (let part = 0; part < parts && performance.now() < end; part++) {
    const y = part * tallestScreenshot;
    const height = Math.min(pageHeight - y, tallestScreenshot);
    const clip = { x: 0, y, width, height, scale: 1 };
    const drawing = tools.send<{ data: string }>('Page.captureScreenshot', { format: 'png', captureBeyondViewport: true, clip });
    const drawn = await atMost(patienceMs.screenshot, drawing);
    if (drawn === null) {
      if (part === 0) gaps.push({ reason: 'screenshot-not-taken', facts: { seconds: patienceMs.screenshot / 1000 } });
      break;
    }
    const name = part === 0 ? 'screenshot.png' : `screenshot-${part + 1}.png`;
    await writeFile(join(folder, name), Buffer.from(drawn.data, 'base64'), { flag: 'wx' });
    const toolParameters = { width, height, top: y, part: part + 1, parts, pageHeight, scale: 1 };
    files.push({ role: 'screenshot', name, mediaType: 'image/png', toolParameters });
  }
  const shown = Math.min(pageHeight, files.length * tallestScreenshot);
  if (files.length > 0 && shown < pageHeight) gaps.push({ reason: 'screenshot-cut', facts: { height: shown, pageHeight } });
  return files;
}

/**
 * The page as it would be printed, each sheet with its address and place; none, and told in `gaps`, when the browser does
 * not print it in time. `address`: what to print for its own.
 */
export async function takePrint({ contents, folder, signal }: Taking, gaps: Gap[], address?: string): Promise<StagedFile[]> {
  const shown =
    address === undefined ? '<span class="url"></span>' : `<span>${address.replace(/[<>&"]/g, (one) => `&#${one.charCodeAt(0)};`)}</span>`;
  const small = 'font: 7px sans-serif; width: 100%; padding: 0 10mm; display: flex; justify-content: space-between';
  const printing = contents.printToPDF({
    pageSize: 'A4',
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: `<div style="${small}">${shown}<span><span class="date"></span> · <span class="pageNumber"></span>/<span class="totalPages"></span></span></div>`,
  });
  const pdf = await untilAborted(atMost(patienceMs.print, printing), signal);
  if (pdf === null) {
    gaps.push({ reason: 'print-not-taken', facts: { seconds: patienceMs.print / 1000 } });
    return [];
  }
  await writeFile(join(folder, 'print.pdf'), pdf, { flag: 'wx' });
  const toolParameters = { pageSize: 'A4', printBackground: true };
  return [{ role: 'print', name: 'print.pdf', mediaType: 'application/pdf', toolParameters }];
}
