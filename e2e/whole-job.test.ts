import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { serveSample } from '../electron/sample/sample-server.ts';
import { call } from './support/calls.ts';
import { answerOpenDialogs, answerSaveDialogs } from './support/dialogs.ts';
import { launch, root } from './support/launch.ts';
import { picture } from './support/pictures.ts';
import { selectWords } from './support/select-words.ts';

const article = 'Nearly 1,236 bodies exhumed from three mass graves in Raqqa';
const quote = 'Nearly 1,236 bodies, most of them women and children, have been exhumed from three mass graves in Raqqa';

test('the whole job by hand: capture, import, mark, claim, restart, find again, export, verify-file @packaged', async () => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-job-'));
  const caseFolder = join(folder, 'Job.holdfast');
  const caseFile = join(folder, 'Job.zip');
  const site = await serveSample(join(root, 'sample', 'site'));
  let running = await launch();
  try {
    await newCase(running.page, () => answerSaveDialogs(running.app, caseFolder));
    await capture(running.page, `${site.origin}/raqqa-mass-graves.html`);
    await answerOpenDialogs(running.app, [join(root, 'sample', 'report.pdf'), join(root, 'sample', 'committee-video.mp4')]);
    await importFiles(running.page);
    await claimFromSnapshot(running.page);
    await picture(running.page, 'job-claim');

    // Restart: the same profile, a new process; everything must come back from disk.
    const { userData } = running;
    await running.quit();
    running = await launch({ userData });
    await openRecent(running.page);
    await findAgain(running.page);
    await picture(running.page, 'job-found-again');
    await exportAndVerify(running.page, () => answerSaveDialogs(running.app, caseFile));
    await answerOpenDialogs(running.app, [caseFile]);
    expect(await call(running.page, 'casefile.verify', { path: caseFile })).toMatchObject({ findings: [], title: 'The whole job' });
    expect(execFileSync('unzip', ['-tq', caseFile]).toString()).toContain('No errors');
    expect(running.consoleErrors).toEqual([]);
  } catch (error) {
    await picture(running.page, 'job-failed');
    throw error;
  } finally {
    await running.close();
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
});

async function newCase(page: Page, answer: () => Promise<void>): Promise<void> {
  await answer();
  await page.getByRole('button', { name: /New case/ }).click();
  await page.getByRole('dialog').getByRole('textbox').first().fill('The whole job');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing kept yet')).toBeVisible();
}

async function capture(page: Page, url: string): Promise<void> {
  await page.getByRole('button', { name: 'Capture a page' }).first().click();
  await page.getByRole('dialog').getByLabel('Address').fill(url);
  await page.keyboard.press('Enter');
  await expect(row(page, article)).toBeVisible({ timeout: 60_000 });
}

async function importFiles(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Import files' }).first().click();
  await expect(page.getByText('2 files kept').first()).toBeVisible({ timeout: 60_000 });
  for (const title of ['a sample report', 'committee-video']) await expect(row(page, title)).toBeVisible();
}

/** Marks words on the page as it looked, presses C, and saves what was drafted from them. */
async function claimFromSnapshot(page: Page): Promise<void> {
  await row(page, article).dblclick();
  const frame = await snapshotFrame(page);
  await selectWords(page, frame, quote);
  await page.keyboard.press('c');
  const form = page.getByRole('complementary').filter({ hasText: 'New claim' });
  await expect(form.getByText('Drafted from the words you marked')).toBeVisible();
  await expect(form.getByText(quote).first()).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Claim saved').first()).toBeVisible();
  const { rows } = await call(page, 'claims.list', {});
  expect(rows[0]).toMatchObject({
    act: 'exhumed',
    quantities: [
      { value: 1236, qualifier: 'nearly', unit: 'bodies', breakdown: [{ qualifier: 'most', groups: ['women', 'children'] }] },
      { value: 3, unit: 'mass graves' },
    ],
    evidence: [{ stance: 'states' }],
  });
}

async function openRecent(page: Page): Promise<void> {
  await page.getByText('The whole job').first().click();
  await expect(row(page, article)).toBeVisible();
}

/** Search, the claim's page, and one click to the exact words. */
async function findAgain(page: Page): Promise<void> {
  const found = await call(page, 'search.query', { words: 'bodies' });
  expect(new Set(found.rows.map((hit) => hit.kind))).toEqual(new Set(['item', 'passage', 'claim']));
  await page
    .getByRole('link', { name: /Claims/ })
    .or(page.getByRole('button', { name: /^Claims/ }))
    .first()
    .click();
  await page
    .getByText(/1,236 bodies/)
    .first()
    .dblclick();
  await page.getByRole('button', { name: 'Show the words' }).first().click();
  const frame = await snapshotFrame(page);
  await expect.poll(async () => (await highlighted(frame)).replace(/\s+/g, ' ')).toContain(quote);
}

async function exportAndVerify(page: Page, answer: () => Promise<void>): Promise<void> {
  expect((await call(page, 'verify.run', {})).findings).toEqual([]);
  await answer();
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('What do you want to do?').fill('case file');
  await page.getByRole('menuitem', { name: /Export/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Choose|Export|Write/ })
    .last()
    .click();
  await expect(page.getByText('SHA-256').first()).toBeVisible({ timeout: 30_000 });
}

function row(page: Page, title: string) {
  return page.getByRole('row').filter({ hasText: title }).first();
}

async function snapshotFrame(page: Page) {
  await expect.poll(() => page.frames().some((frame) => frame.url().startsWith('holdfast-snapshot:'))).toBe(true);
  const frame = page.frames().find((candidate) => candidate.url().startsWith('holdfast-snapshot:'))!;
  await frame.locator('body').waitFor();
  return frame;
}

/** Words under the CSS highlights of a frame, as drawn. */
async function highlighted(frame: Awaited<ReturnType<typeof snapshotFrame>>): Promise<string> {
  return frame.evaluate(() => {
    const all = CSS.highlights as unknown as Map<string, Set<Range>>;
    return [...all.values()].flatMap((marks) => [...marks].map(String)).join('\n');
  });
}
