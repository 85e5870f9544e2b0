/** `holdfast capture` as a script uses it: no window, one JSON line an address. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'playwright/test';
import type { ErrorData } from '#shared/errors.ts';
import type { Item } from '#shared/model/items.ts';
import { killTree } from './support/kill-tree.ts';
import { root } from './support/launch.ts';
import { mostTogether, overlaps, startManyHosts, type ManyHosts } from './support/many-hosts.ts';

type Line = { url: string; itemId?: string; error?: ErrorData };
type Ended = { status: number | null; lines: Line[] };

let site: ManyHosts;
let folder: string;
const caseFolder = () => join(folder, 'Command.holdfast');

test.beforeEach(async () => {
  site = await startManyHosts(4, 600);
  folder = await mkdtemp(join(tmpdir(), 'holdfast-command-'));
  expect((await holdfast(['init', '--title', 'Command', '--case', caseFolder()])).status).toBe(0);
});
test.afterEach(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs the command line of this checkout; `onLine` sees each line as it is printed. */
async function holdfast(args: string[], onLine: (line: string, child: ChildProcess) => void = () => undefined): Promise<Ended> {
  const switches = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const electron = process.env['HOLDFAST_E2E_ELECTRON'] ?? '';
  const env = { ...process.env, HOLDFAST_ROOT: root, HOLDFAST_ELECTRON_COMMAND: JSON.stringify([electron, ...switches, root]) };
  const child = spawn(process.execPath, [join(root, 'out', 'cli', 'main.js'), ...args], {
    env,
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const lines: Line[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    onLine(line, child);
    if (line.startsWith('{') && line.endsWith('}')) lines.push(JSON.parse(line) as Line);
  }
  return { status: await ended, lines };
}

test('a list and addresses are captured side by side, one of each host, with the options given', async () => {
  site.special.set('/page/2', (_request, response) => void response.writeHead(404).end('nothing'));
  const [first = '', ...rest] = site.pages(9);
  await writeFile(
    join(folder, 'list.csv'),
    ['title,link', ...rest.map((url, n) => `"Page, ${n}",${url}`), 'x,file:///etc/passwd'].join('\n'),
  );
  const options = ['--time-limit', '40', '--size-limit', '50', '--no-scroll', '--no-video', '--viewport', '800x600'];
  const { status, lines } = await holdfast(['capture', first, '--list', 'list.csv', ...options, '--case', caseFolder(), '--json']);
  expect(status).toBe(1);
  expect(lines.map(({ url }) => url).sort()).toEqual([first, ...rest, 'file:///etc/passwd'].sort());
  expect(
    lines
      .filter(({ error }) => error !== undefined)
      .map(({ error }) => error?.code)
      .sort(),
  ).toEqual(['url-not-found', 'url-scheme']);
  expect(overlaps(site.visits)).toEqual([]);
  expect(mostTogether(site.visits)).toBeGreaterThan(1);
  expect(mostTogether(site.visits)).toBeLessThanOrEqual(3);
  const kept = lines.find(({ url }) => url === first)?.itemId ?? '';
  let shown = '';
  await holdfast(['show', kept, '--json', '--case', caseFolder()], (line) => (shown += line));
  const { files } = JSON.parse(shown) as Item;
  const sha256 = files.find(({ role }) => role === 'provenance')?.sha256 ?? '';
  const provenance = JSON.parse(await readFile(join(caseFolder(), 'blobs', sha256.slice(0, 2), sha256), 'utf8')) as {
    capture: { options: object };
  };
  expect(provenance.capture.options).toMatchObject({
    timeLimitMs: 40_000,
    sizeLimitBytes: 50_000_000,
    scroll: false,
    video: false,
    width: 800,
    height: 600,
  });
  expect((await holdfast(['verify', '--case', caseFolder()])).status).toBe(0);
});

test('when the browser is killed half-way every address is answered, and what was kept is whole', async () => {
  test.skip(process.platform !== 'linux', 'finds the browser in /proc');
  const urls = site.pages(8);
  let isKilled = false;
  const { status, lines } = await holdfast(['capture', ...urls, '--case', caseFolder(), '--json'], (_line, child) => {
    // After the first answer only the browser is ended, not the command that started it.
    if (!isKilled) killTree(child.pid ?? 0, { spare: true });
    isKilled = true;
  });
  expect(status).toBe(1);
  expect(lines.map(({ url }) => url).sort()).toEqual([...urls].sort());
  const lost = lines.filter(({ error }) => error?.code === 'capture-failed');
  expect(lost.length).toBeGreaterThan(0);
  expect(lines.filter(({ itemId }) => itemId !== undefined).length).toBe(urls.length - lost.length);
  // What was kept in the moment of the kill may have no line, but the case knows it whole.
  expect((await holdfast(['verify', '--case', caseFolder()])).status).toBe(0);
});
