import { rename, rm, writeFile } from 'node:fs/promises';
import { BrowserWindow } from 'electron';
import { hostilePage } from './hostile-page.ts';
import type { Shell } from './shell.ts';

type Choose = (asked: { name: string }) => Promise<{ path: string | null }>;

/** Saves the chain-of-custody sheet of an item where the person says: HTML when the name ends so, else PDF. */
export async function saveSheet({ engine }: Pick<Shell, 'engine'>, itemId: string, choose: Choose): Promise<{ path: string | null }> {
  const { html, name } = await engine.call('custody.sheetPage', { itemId });
  const { path } = await choose({ name });
  if (path === null) return { path };
  const unfinished = `${path}.part`;
  try {
    await writeFile(unfinished, /\.html?$/i.test(path) ? html : await printed(html));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return { path };
}

/** The page may hold words of hostile sources: it runs no scripts and reaches nothing. */
async function printed(html: string): Promise<Buffer> {
  const webPreferences = { ...hostilePage, javascript: false, partition: 'custody-sheet' };
  const window = new BrowserWindow({ show: false, webPreferences });
  try {
    window.webContents.session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !url.startsWith('data:') }));
    await window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`);
    return await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true });
  } finally {
    window.destroy();
  }
}
