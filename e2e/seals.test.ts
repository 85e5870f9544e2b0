/** Seals and their timestamps from the window, with an authority made with openssl on loopback. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { forgetAuthority, makeAuthority, send, serve, stamp } from '#engine/testing/timestamp-authority.ts';
import { barriers } from './support/barriers.ts';
import { call } from './support/calls.ts';
import { launch } from './support/launch.ts';
import { picture } from './support/pictures.ts';

test('a case is sealed by one key, stamped by whom the person chose, and says what is proved', async () => {
  const [running, made, folder] = await Promise.all([launch(), makeAuthority(), mkdtemp(join(tmpdir(), 'holdfast-seals-'))]);
  const server = await serve(async (query, response) => send(response, await stamp(made, query)));
  const { page } = running;
  try {
    await call(page, 'case.create', { folder: join(folder, 'Case.holdfast'), title: 'Raqqa' });
    const bar = page.locator('.status-bar');
    await expect(bar.getByRole('button', { name: 'Not sealed' })).toBeVisible();
    await page.keyboard.press('Control+Shift+S');
    await bar.getByRole('button', { name: /^Sealed \d\d:\d\d UTC$/ }).click();
    await expect(page.getByText('No timestamp authority is set up')).toBeVisible();
    // Whom to ask, and what is sent, before anything is.
    await page.getByRole('button', { name: 'Authorities' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Timestamp authorities' });
    await expect(dialog.getByText('the SHA-256 of the seal and a random number')).toBeVisible();
    await dialog.getByRole('button', { name: 'Add an authority' }).click();
    await dialog.getByLabel('Name').fill('هيئة الطوابع Loopback');
    await dialog.getByLabel('Address').fill('ftp://nobody');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('An address starts with http://')).toBeVisible();
    await dialog.getByLabel('Address').fill(server.url);
    await dialog.getByLabel('Trust anchor').fill('no certificate');
    await dialog.getByRole('button', { name: 'Add an authority' }).click();
    await expect(dialog.getByRole('alert')).toContainText('cannot be read');
    await picture(page, 'seals-authority-refused');
    await dialog.getByLabel('Trust anchor').fill(made.root);
    await dialog.getByRole('button', { name: 'Add an authority' }).click();
    await expect(dialog.getByRole('cell', { name: server.url })).toBeVisible();
    await call(page, 'authorities.add', { name: 'One that is away', url: 'http://127.0.0.1:1/' });
    await picture(page, 'seals-authorities');
    await page.keyboard.press('Escape');
    // An explicit wish waits while asking is not allowed.
    await page.getByRole('grid', { name: 'Seals' }).getByText('Asked for', { exact: true }).click();
    const seal = page.getByRole('dialog', { name: /^Seal over/ });
    await seal
      .getByRole('row', { name: /Loopback/ })
      .getByRole('button', { name: 'Ask' })
      .click();
    await expect(seal.getByText('Waits: asking is not allowed on this computer.')).toBeVisible();
    expect(server.heard).toEqual([]);
    await call(page, 'timestamps.allow', { allowed: true });
    await expect(seal.getByText(/Seen at .* within 1\.501 s/)).toBeVisible();
    await seal.getByRole('row', { name: /away/ }).getByRole('button', { name: 'Ask' }).click();
    await expect(seal.getByText(/could not be reached \(ECONNREFUSED\)\. Tried once\. Tried again by itself/)).toBeVisible();
    expect(server.heard).toHaveLength(1);
    await picture(page, 'seals-dialog');
    await seal
      .getByRole('row', { name: /Loopback/ })
      .getByRole('button', { name: 'Copy the openssl line' })
      .click();
    await expect(page.getByText('Run it among the seals of an exported case file')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(bar.getByRole('button', { name: /^Sealed \d\d:\d\d UTC · 3 since · timestamped$/ })).toBeVisible();
    await picture(page, 'seals');
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture(page, 'seals-dark');
    expect(await barriers(page)).toEqual([]);
    expect((await call(page, 'verify.run', {})).findings).toEqual([]);
    expect(running.consoleErrors).toEqual([]);
  } finally {
    await running.close();
    await server.close();
    await Promise.all([forgetAuthority(made), rm(folder, { recursive: true, force: true })]);
  }
});
