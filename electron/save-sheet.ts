import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { BrowserWindow, session as sessions, type Session } from 'electron';
import { hostilePage } from './hostile-page.ts';
import { SHEET_SCHEME } from './scheme-names.ts';
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
  const token = randomUUID();
  const window = new BrowserWindow({ show: false, webPreferences: { ...hostilePage, javascript: false, session: sheetSession() } });
  pages.set(token, html);
  try {
    await window.loadURL(`${SHEET_SCHEME}://${token}/`);
    return await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true });
  } finally {
    pages.delete(token);
    window.destroy();
  }
}

/** The sheets being printed, by the token in their address. Long ones are too long for a data: URL. */
const pages = new Map<string, string>();

function sheetSession(): Session {
  const session = sessions.fromPartition('custody-sheet', { cache: false });
  if (session.protocol.isProtocolHandled(SHEET_SCHEME)) return session;
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !url.startsWith(`${SHEET_SCHEME}:`) }));
  session.protocol.handle(SHEET_SCHEME, ({ url }) => {
    const page = pages.get(new URL(url).hostname);
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    return page === undefined ? new Response(null, { status: 404 }) : new Response(page, { headers });
  });
  return session;
}
