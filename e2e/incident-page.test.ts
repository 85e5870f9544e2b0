import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { barriers } from './support/barriers.ts';
import { call } from './support/calls.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { picture } from './support/pictures.ts';
import { seedIncident, type SeededIncident } from './support/seed-incident.ts';

let running: RunningApp;
let folder: string;
let seeded: SeededIncident;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-incident-'));
  running = await launch();
  await running.page.setViewportSize({ width: 1360, height: 850 });
  seeded = await seedIncident(running.page, folder);
});
test.afterAll(async () => {
  expect(running.consoleErrors).toEqual([]);
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

async function openIncident(code: string): Promise<void> {
  const { page } = running;
  await page.getByRole('navigation').getByRole('button', { name: 'Incidents' }).click();
  await page.getByRole('row').filter({ hasText: code }).dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(code);
}

test('claims stand against independent origins, and repeats under what they repeat', async () => {
  const { page } = running;
  await openIncident('RAQ-0002');
  await expect(page.getByText('7 claims from 6 speakers, but only 4 independent origins.')).toBeVisible();
  await expect(page.getByText('Siege of Raqqa')).toBeVisible();
  const bodies = page.getByRole('grid', { name: 'bodies exhumed' });
  const rows = bodies.getByRole('row');
  await expect(rows.nth(1)).toContainText('First responders');
  await expect(rows.nth(2)).toContainText('Reconstruction Committee');
  await expect(rows.nth(2)).toContainText('2 repeats');
  await expect(rows.nth(2)).toContainText('B 3');
  await expect(rows.nth(3)).toContainText(/repeats \u2068?Reconstruction Committee/);
  await expect(rows.nth(4)).toContainText(/repeats \u2068?Daily paper/);
  await expect(page.getByText(/^Circular: .*Daily paper.* cite one another/)).toBeVisible();
  const startOf = async (row: number) => (await rows.nth(row).locator('.figure-speaker > button').boundingBox())!.x;
  expect(await startOf(3)).toBeGreaterThan((await startOf(2)) + 10);
  expect(await startOf(4)).toBeGreaterThan((await startOf(3)) + 10);
  await picture(page, 'incident-light');

  // The table is worked by keys: down to the committee's row and Enter opens its claim.
  await bodies.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('bodies exhumed');
  await page.keyboard.press('Alt+ArrowLeft');
});

test('places are areas of the size their precision allows, named in their scripts; zoom and fit by key', async () => {
  const { page } = running;
  await expect(page.locator('.map-area').first()).toBeVisible();
  await page.keyboard.press('m');
  const map = page.getByRole('group', { name: /^Map/ });
  await expect(map).toBeFocused();
  await expect(map.getByText('Raqqa · الرقة')).toBeVisible();
  await expect(page.getByText('city: somewhere within about 10 km of the point')).toBeVisible();
  await expect(page.getByText('named, not located (neighbourhood)')).toBeVisible();
  const radius = async () => Number(await map.locator('[data-precision="city"] .map-area-circle').getAttribute('r'));
  const fitted = await radius();
  expect(fitted).toBeGreaterThan(1);
  await page.keyboard.press('+');
  await expect.poll(radius).toBeCloseTo(fitted * 2, 0);
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await page.keyboard.press('0');
  await expect.poll(radius).toBeCloseTo(fitted, 3);
  await picture(page, 'incident-map');
});

test('a contradiction is said in words, and settled with a reason', async () => {
  const { page } = running;
  const part = page.getByRole('region', { name: 'Contradictions' });
  await expect(
    part.getByText(/(about 500 and nearly 1,236|nearly 1,236 and about 500) bodies exhumed cannot both be the total/i).first(),
  ).toBeVisible();
  await expect(part.getByText('4 open')).toBeVisible();
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'How is this contradiction explained?' });
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('They count different graves.');
  await dialog.getByRole('button', { name: 'Settle', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await part.getByText('1 settled').click();
  await expect(part.getByText('They count different graves.')).toBeVisible();
  await expect(part.getByText('3 open')).toBeVisible();
  await picture(page, 'incident-settled');

  // One of the two claims changes: the explanation is marked and the contradiction open again.
  const claim = await call(page, 'claims.get', { id: seeded.claims.responders });
  await call(page, 'claims.update', { id: claim.id, fields: { ...claim, note: 'Counted at two sites.' }, why: 'the team wrote again' });
  await expect(part.getByText('a claim was changed since')).toBeVisible();
  await expect(part.getByText('4 open')).toBeVisible();
});

test('grades are given by keyboard with a reason, and two people’s stand beside the rule’s', async () => {
  const { page } = running;
  await call(page, 'session.identify', { actor: 'Second reader' });
  await call(page, 'grades.give', {
    subjectKind: 'incident',
    subjectId: seeded.incidentId,
    scale: 'airwars',
    value: 'weak',
    reason: 'The strike is admitted, the graves are not tied to it.',
  });
  await call(page, 'session.identify', { actor: 'First reader' });
  await page.keyboard.press('g');
  const dialog = page.getByRole('dialog', { name: 'Grade RAQ-0002' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Two voices that do not lean on each other.');
  await picture(page, 'incident-grade');
  await dialog.getByRole('button', { name: 'Give the grade' }).click();
  await expect(dialog).toHaveCount(0);
  const panel = page.getByRole('region', { name: 'Grades' });
  await expect(panel.getByText('2 graded it differently: fair (First reader), weak (Second reader).')).toBeVisible();
  await expect(panel.getByText('Second reader judged weak; the rule gives', { exact: false })).toBeVisible();
  const { grades } = await call(page, 'grades.list', { subjectKind: 'incident', subjectId: seeded.incidentId });
  expect(grades.map(({ value, createdBy, current }) => [value, createdBy, current])).toEqual([
    ['fair', 'First reader', true],
    ['weak', 'Second reader', true],
  ]);
});

test('the way from denial to admission is drawn; no barrier that a machine can find, light and dark, wide and narrow', async () => {
  const { page } = running;
  await expect(page.getByText(/The Coalition.? denies at first, then admits: killed/)).toBeVisible();
  await expect(page.locator('.turn-line')).toHaveCount(1);
  await expect(page.getByRole('img', { name: /^Statements and events from/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /figures by the date they were said/ })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('?');
  const keys = await page.getByRole('dialog', { name: 'Keys' }).locator('dd .visually-hidden').allTextContents();
  expect(keys).toEqual(expect.arrayContaining(['e', 'g', 'm', '-', '0']));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  await page.keyboard.press('Escape');
  await tall('incident-light-tall', 1360);
  await tall('incident-light-1100', 1100);
  await call(page, 'settings.set', { theme: 'dark' });
  await page.reload();
  await openIncident('RAQ-0002');
  await expect(page.locator('.map-area').first()).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await picture(page, 'incident-dark');
  await tall('incident-dark-tall', 1360);
});

/** The whole page at once, for looking at. */
async function tall(name: string, width: number): Promise<void> {
  const { page } = running;
  await page.setViewportSize({ width, height: 2300 });
  await page.waitForTimeout(400);
  await picture(page, name);
  await page.setViewportSize({ width: 1360, height: 850 });
}

test('an incident without claims says what to do next', async () => {
  const { page } = running;
  await openIncident('RAQ-0001');
  await expect(page.getByText('No claims about this incident yet')).toBeVisible();
  await expect(page.getByText('Holds')).toBeVisible();
  await picture(page, 'incident-empty');
});
