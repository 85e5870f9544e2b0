import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { makePdf } from '#engine/testing/make-pdf.ts';
import { barriers } from './support/barriers.ts';
import { call } from './support/calls.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { picture } from './support/pictures.ts';

let running: RunningApp;
let folder: string;
const kinds = ['report.pdf', 'page.html', 'notes.txt', 'photo.png', 'clip.mp4'] as const;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-case-'));
  const at = (name: string) => join(folder, name);
  const ffmpeg = (...args: string[]) => execFileSync('ffmpeg', ['-v', 'error', '-y', ...args]);
  await writeFile(at('report.pdf'), await makePdf(['Nearly 1,236 bodies.', 'Second page.'], { title: 'report' }));
  await writeFile(
    at('page.html'),
    `<!doctype html><html lang="en"><title>page</title><h1>Three graves</h1><p>Nearly 1,236 bodies.</p></html>`,
  );
  await writeFile(at('notes.txt'), 'Nearly 1,236 bodies.\nاستُخرجت نحو 1236 جثة');
  ffmpeg('-f', 'lavfi', '-i', 'testsrc2=size=640x480', '-frames:v', '1', at('photo.png'));
  ffmpeg('-f', 'lavfi', '-i', 'testsrc2=size=320x240:duration=2:rate=25', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', at('clip.mp4'));
  running = await launch();
  await call(running.page, 'case.create', { folder: at('One.holdfast'), title: 'One' });
  const { outcomes } = await call(running.page, 'items.import', { paths: kinds.map(at) });
  for (const outcome of outcomes) {
    if (outcome.fate !== 'kept' || !['pdf', 'web', 'document'].includes(outcome.type)) continue;
    await call(running.page, 'passages.create', { itemId: outcome.itemId, quote: '1,236 bodies', comment: 'the figure', tags: ['count'] });
  }
  await call(running.page, 'tags.colour', { tag: 'count', colour: 'violet' });
  await running.page.reload();
});
test.afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

for (const [index, name] of kinds.entries())
  test(`the reader of ${name} holds no barrier that a machine can find, and no key means two things`, async () => {
    const { page } = running;
    await page.keyboard.press('Control+1');
    await page
      .getByRole('row')
      .filter({ hasText: name.split('.')[0]! })
      .first()
      .dblclick();
    const reader = page.getByRole('region', { name: name.split('.')[0]! });
    await expect(reader).toBeVisible();
    await page.getByRole('radio', { name: /^Passages/ }).click();
    await page.waitForTimeout(500);
    // What a captured page looks like is not ours to mend.
    expect(await barriers(page, ['iframe'])).toEqual([]);
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await expect(sheet).toBeVisible();
    const keys = await sheet.locator('dd .visually-hidden').allTextContents();
    expect(keys.length).toBeGreaterThan(20);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    if (index === 0) {
      await picture(page, 'cheat-sheet');
      expect(await barriers(page), 'cheat sheet').toEqual([]);
    }
    await page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
  });

test('in the dark too; the focus is seen wherever Tab leads', async () => {
  const { page } = running;
  await call(page, 'settings.set', { theme: 'dark' });
  await page.reload();
  await page.keyboard.press('Control+1');
  await page.getByRole('row').filter({ hasText: 'report' }).first().dblclick();
  await page.locator('.pdf-page').first().waitFor();
  await page.getByRole('radio', { name: /^Passages/ }).click();
  await page.waitForTimeout(500);
  expect(await barriers(page)).toEqual([]);
  for (let step = 0; step < 30; step += 1) {
    await page.keyboard.press('Tab');
    const unseen = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return null;
      const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
      const round = [element, element.parentElement, element.parentElement?.parentElement, active].filter((one) => one != null);
      const look = () =>
        round.map((one) => {
          const { outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(one);
          return [outline, boxShadow, borderColor, backgroundColor].join();
        });
      const focused = look().join('|');
      element.blur();
      const left = look().join('|');
      element.focus();
      return focused === left ? element.outerHTML.slice(0, 120) : null;
    });
    expect(unseen, `after ${step + 1} presses`).toBeNull();
  }
});
