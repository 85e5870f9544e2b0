/**
 * A Holdfast capture against single-file-cli: the same pages of a loopback site, the same Chromium, one run. Both browsers
 * are warm and both wait for a quiet network and for lazy pictures. Holdfast keeps more of a page (the recording, screenshot,
 * print, snapshot and text, sealed in a case); single-file keeps one HTML file without scripts.
 */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { startCaptureSite, type CaptureSite } from '../e2e/capture-site/start-capture-site.ts';
import { createEngine } from '../electron/engine/engine.ts';
import { captureOptions } from '../shared/model/capture.ts';
import { captureWithElectron } from '../electron/cli/electron-capture.ts';
import { inTemporaryFolder, median, printRows, setting, type Row } from './measure.ts';
import { startSingleFile } from './single-file.ts';

const RUNS = setting('RUNS', 3);
const root = join(import.meta.dirname, '..');
const electron = process.env['HOLDFAST_E2E_ELECTRON'] ?? '';
const names = ['article', 'scriptBuilt', 'lazy', 'framed', 'pictures'] as const;
type Name = (typeof names)[number];

/** No address is asked for twice, so that neither can answer from a cache. */
const addresses = (site: CaptureSite, who: string) =>
  Array.from({ length: RUNS + 1 }, (_, run) => names.map((name) => ({ name, run, url: `${site.pages[name].url}?${who}=${run}` }))).flat();

/** Seconds by page; the first round warms up and is not counted. */
type Times = Map<Name, number[]>;
const note = (times: Times, { name, run }: { name: Name; run: number }, from: number) => {
  if (run > 0) times.set(name, [...(times.get(name) ?? []), (performance.now() - from) / 1000]);
};

/** As `holdfast capture URL...` does it; the time of a page is that between two answers. */
async function captureAll(site: CaptureSite, folder: string): Promise<Times> {
  const wanted = addresses(site, 'holdfast');
  const times: Times = new Map();
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const command = [electron, '--disable-gpu', ...asRoot, root];
  let at = 0;
  let from = performance.now();
  const options = captureOptions.parse({ video: false });
  const order = { folder, urls: wanted.map(({ url }) => url), options };
  for await (const outcome of captureWithElectron(command, order, new AbortController().signal)) {
    const expected = wanted[at];
    if (!expected || outcome.url !== expected.url || !('itemId' in outcome))
      throw new Error(`${expected?.url}: ${JSON.stringify(outcome)}`);
    note(times, expected, from);
    from = performance.now();
    at += 1;
  }
  return times;
}

async function saveAll(site: CaptureSite, folder: string): Promise<Times> {
  const times: Times = new Map();
  const singleFile = await startSingleFile(electron, join(folder, 'profile'));
  try {
    for (const [at, wanted] of addresses(site, 'single').entries()) {
      const from = performance.now();
      const saved = await singleFile.save(wanted.url, join(folder, `${at}.html`));
      note(times, wanted, from);
      const missing = site.pages[wanted.name].text.filter((words) => !saved.includes(words));
      if (wanted.run === 0 && missing.length > 0) console.log(`  single-file left out of ${wanted.name}: ${missing.join(' | ')}`);
    }
  } finally {
    await singleFile.close();
  }
  return times;
}

const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

await inTemporaryFolder(async (folder) => {
  const site = await startCaptureSite();
  try {
    const caseFolder = join(folder, 'Bench.holdfast');
    const engine = createEngine({ migrations: join(root, 'migrations'), version: 'bench', actor: 'bench' });
    await engine.call('case.create', { folder: caseFolder, title: 'Benchmark' });
    await engine.close();
    const ours = await captureAll(site, caseFolder);
    const saved = join(folder, 'single-file');
    mkdirSync(saved);
    const theirs = await saveAll(site, saved);
    const rows = names.map((name): Row => ({
      what: `capture, ${name}`,
      ours: median(ours.get(name) ?? []),
      against: 'single-file',
      theirs: median(theirs.get(name) ?? []),
    }));
    printRows(`${names.length} pages on loopback, both browsers warm; median of ${RUNS} runs`, rows);
    console.log(`  Holdfast kept ${Math.round(bytesIn(join(caseFolder, 'blobs')) / 1024)} KB of ${RUNS + 1} rounds`);
  } finally {
    await site.close();
  }
});
