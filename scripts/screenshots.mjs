import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { openDisplay } from './setup/display.mjs';
import { appArguments, appEnvironment } from './setup/launch.mjs';
import { root } from './setup/places.mjs';
import { runMain, say } from './setup/say.mjs';
import { setUp } from './setup.mjs';

// Takes the pictures of docs/images from the real app on the sample case: node scripts/screenshots.mjs

const folder = join(root, 'docs', 'images');

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
  await setTheme(page, 'dark');
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
  await page.getByRole('button', { name: 'Write a claim' }).click();
  await take(page, 'claim-form');
  await page.getByRole('button', { name: 'Discard' }).click();
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
  await go(page, /^Claims/);
  await page.getByText('1,236').first().click();
  await take(page, 'claim');
  await go(page, /^Incidents/);
  await page.getByText('Strike on a school').first().click();
  await take(page, 'incident');
  await go(page, /^Custody/);
  await take(page, 'custody');
  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.type('mass graves');
  await page.keyboard.press('Enter');
  await take(page, 'search');
}

async function openSource(page, title) {
  await go(page, /^All sources/);
  await page.getByText(title).first().dblclick();
  await settle(page);
}

async function showPassage(page, words) {
  await page.getByRole('button', { name: /^\d+ passages?$/ }).click();
  await page.getByLabel('Passages of this source').getByText(words).first().click();
  await page.keyboard.press('d');
  await settle(page);
}

async function go(page, name) {
  await page.getByRole('navigation').getByText(name).click();
}

async function call(page, name, input) {
  const ask = ([called, given]) => globalThis.holdfast.call(called, given);
  return (await page.evaluate(ask, [name, input])).value;
}

async function setTheme(page, theme) {
  await call(page, 'settings.set', { theme, actor: 'analyst' });
  await page.reload();
}

async function settle(page) {
  await page.waitForTimeout(1200);
}

async function take(page, name) {
  await settle(page);
  say(`docs/images/${name}.png`);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

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
    await mkdir(folder, { recursive: true });
    await takeAll(page);
  } finally {
    await app.close();
    display.close();
    await rm(userData, { recursive: true, force: true });
  }
  return 0;
});
