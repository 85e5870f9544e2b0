import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { openDisplay } from './setup/display.mjs';
import { appArguments, appEnvironment } from './setup/launch.mjs';
import { call, go, openSource, setTheme, showPassage, take } from './pictures/acts.mjs';
import { takeProof } from './pictures/proof.mjs';
import { runMain } from './setup/say.mjs';
import { setUp } from './setup.mjs';

// Takes the pictures of docs/images from the real app on the sample case: node scripts/screenshots.mjs

async function takeAll(page) {
  await setTheme(page, 'light');
  await page.getByText('Open the sample').waitFor();
  await take(page, 'welcome');
  await page.getByText('Open the sample').click();
  await page.getByText('Verified, no findings').waitFor({ timeout: 120_000 });
  await take(page, 'library');
  await takeCapture(page);
  await takeReader(page);
  await takePlaces(page);
  await takeWork(page, 'light');
  await setTheme(page, 'dark');
  await takeWork(page, 'dark');
  await openSource(page, /Nearly 1,236 bodies/);
  await showPassage(page, /In June the Coalition admitted/);
  await take(page, 'reader-dark');
}

async function takeCapture(page) {
  await page
    .getByText(/Nearly 1,236 bodies/)
    .first()
    .click();
  await take(page, 'capture-report');
  await call(page, 'queue.add', { text: waiting.join('\n') });
  await go(page, /^Capture queue/);
  await take(page, 'queue');
}

/** Addresses that stand for any; nothing is asked of them. */
const waiting = [
  'https://news.example/raqqa/mass-graves',
  'https://news.example/raqqa/school-strike',
  'https://reports.example/war-of-annihilation.pdf',
  'https://video.example/committee/exhumation',
  'https://ar.example/%D8%A7%D9%84%D8%B1%D9%82%D8%A9/%D9%85%D9%82%D8%A7%D8%A8%D8%B1',
];

async function takeReader(page) {
  await openSource(page, /Nearly 1,236 bodies/);
  await showPassage(page, /Nearly 1,236 bodies, most/);
  await take(page, 'reader');
  await page.keyboard.press('Control+Shift+P');
  await take(page, 'passages');
  await openSource(page, /استخراج/);
  await take(page, 'arabic');
  await openSource(page, /Four families, three/);
  await showPassage(page, /the four families lost/);
  await take(page, 'pdf');
  await page.keyboard.press('Control+\\');
  await page
    .getByRole('menuitem', { name: /Nearly 1,236 bodies/ })
    .first()
    .click();
  await take(page, 'two');
  await page.keyboard.press('Shift+F6');
  await openSource(page, /Video of the Reconstruction/);
  await showPassage(page, /Nearly 1,236/);
  await take(page, 'video');
}

async function takePlaces(page) {
  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.type('mass graves');
  await page.keyboard.press('Enter');
  await take(page, 'search');
}

/** Everything that is done with claims, in one theme. */
async function takeWork(page, theme) {
  const name = (view) => (theme === 'dark' ? `${view}-dark` : view);
  await openSource(page, /Nearly 1,236 bodies/);
  await showPassage(page, /Nearly 1,236 bodies, most/);
  await page.getByRole('button', { name: 'Write a claim' }).click();
  await take(page, name('claim-form'));
  await page.getByRole('button', { name: 'Discard' }).click();
  await go(page, /^Claims/);
  await page.getByRole('button', { name: 'New claim' }).waitFor();
  await take(page, name('claims'));
  await page.getByText('nearly 1,236').last().click();
  await page.getByText('Who said it, via whom').waitFor();
  await take(page, name('claim'));
  await page.keyboard.press('h');
  await take(page, name('claim-history'));
  await page.keyboard.press('h');
  await go(page, /^Incidents/);
  await page.getByText('Strike on a school').first().click();
  await take(page, name('incident'));
  await takeTall(page, name('incident-whole'));
  await go(page, /^Incidents/);
  await page.getByText('Mass graves in Raqqa').first().click();
  await take(page, name('incident-repeats'));
  await go(page, /^Parties/);
  await page.getByText('Reconstruction Committee of').first().click();
  await take(page, name('party'));
  for (const view of ['Timeline', 'Network', 'Gaps', 'Vocabulary']) {
    await go(page, new RegExp(`^${view}`));
    await take(page, name(view.toLowerCase()));
  }
  await takeTable(page, name('tables'));
  await takeProof(page, name);
}

/** The whole of a long page. */
async function takeTall(page, name) {
  await page.setViewportSize({ width: 1360, height: 2000 });
  await take(page, name);
  await page.setViewportSize({ width: 1360, height: 850 });
}

async function takeTable(page, name) {
  await go(page, /^Claims/);
  await page.getByRole('button', { name: 'Import…' }).click();
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await page.getByRole('grid', { name: 'What becomes of each row' }).waitFor();
  await take(page, name);
  await page.getByRole('button', { name: 'Close', exact: true }).last().click();
}

/** Rows as a colleague may send them, two of which cannot stand. */
const rows = [
  'act,quantity 1 qualifier,quantity 1 value,quantity 1 unit,speaker,when',
  'exhumed,nearly,1236,bodies,لجنة إعادة الإعمار في مجلس الرقة المدني,2018',
  'killed,more than,forty,civilians,The Coalition,2017-03',
  'killed,more than,40,civilians,The Coalition,last March',
  'lost,at least,90,relatives and neighbours,Amnesty,',
];

await runMain(async () => {
  const runtime = await setUp();
  const display = await openDisplay();
  const userData = await mkdtemp(join(tmpdir(), 'holdfast-pictures-'));
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: appArguments(['--disable-gpu']),
    env: {
      ...process.env,
      ...appEnvironment(runtime),
      ...display.env,
      HOLDFAST_USER_DATA: userData,
      HOLDFAST_WAIT_FOR_DRIVER: '1',
    },
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const page = await app.firstWindow();
    await page.setViewportSize({ width: 1360, height: 850 });
    const table = join(userData, 'from a colleague.csv');
    await writeFile(table, `${rows.join('\r\n')}\r\n`);
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, table);
    await takeAll(page);
  } finally {
    await app.close();
    display.close();
    await rm(userData, { recursive: true, force: true });
  }
  return 0;
});
