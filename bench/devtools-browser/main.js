/**
 * Holdfast's Chromium as a browser that DevTools clients can open pages in. Electron answers DevTools' own address, but
 * not `PUT /json/new` and `/json/close`, by which clients open and close pages: those are answered here, and the rest is
 * between client and Chromium. Prints its address.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { app, BrowserWindow } from 'electron';

const windows = new Map();

async function devtoolsPort() {
  for (;;) {
    const words = await readFile(join(app.getPath('userData'), 'DevToolsActivePort'), 'utf8').catch(() => '');
    if (words.includes('\n')) return words.split('\n')[0];
    await sleep(20);
  }
}

async function openPage(port, url) {
  const window = new BrowserWindow({
    width: 1280,
    height: 900,
    useContentSize: true,
    webPreferences: { partition: `page-${windows.size}-${Date.now()}`, sandbox: true, backgroundThrottling: false },
  });
  await window.loadURL(url);
  const { debugger: devtools } = window.webContents;
  devtools.attach();
  const { targetInfo } = await devtools.sendCommand('Target.getTargetInfo');
  devtools.detach();
  windows.set(targetInfo.targetId, window);
  const targets = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
  return targets.find(({ id }) => id === targetInfo.targetId);
}

async function answer(port, request, response) {
  const { pathname, search } = new URL(request.url, 'http://127.0.0.1');
  if (pathname === '/json/new') return response.end(JSON.stringify(await openPage(port, decodeURIComponent(search.slice(1)))));
  const closing = /^\/json\/close\/(.+)$/.exec(pathname);
  if (closing) {
    windows.get(closing[1])?.destroy();
    windows.delete(closing[1]);
    return response.end('closed');
  }
  const passed = await fetch(`http://127.0.0.1:${port}${pathname}${search}`);
  return response.writeHead(passed.status).end(await passed.text());
}

async function listen() {
  const port = await devtoolsPort();
  const server = createServer((request, response) => {
    answer(port, request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  server.listen(0, '127.0.0.1', () => process.stdout.write(`listening http://127.0.0.1:${server.address().port}\n`));
}

app.on('window-all-closed', () => undefined);
// Electron is not ready before this file has been read to its end.
app.whenReady().then(listen);
