/** What the pictures of docs/images are taken with: the acts of a person at the sample case. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../setup/places.mjs';
import { say } from '../setup/say.mjs';

const folder = join(root, 'docs', 'images');

export async function openSource(page, title) {
  await go(page, /^All sources/);
  await page.getByText(title).first().dblclick();
  await settle(page);
}

export async function showPassage(page, words) {
  await page.getByRole('button', { name: /^\d+ passages?$/ }).click();
  await page.getByLabel('Passages of this source').getByText(words).first().click();
  await page.keyboard.press('d');
  await settle(page);
}

export async function go(page, name) {
  await page.getByRole('navigation').getByText(name).click();
}

export async function call(page, name, input) {
  const ask = ([called, given]) => globalThis.holdfast.call(called, given);
  return (await page.evaluate(ask, [name, input])).value;
}

export async function setTheme(page, theme) {
  await call(page, 'settings.set', { theme, actor: 'analyst' });
  await page.reload();
}

export async function settle(page) {
  await page.waitForTimeout(1200);
}

export async function take(page, name) {
  await settle(page);
  say(`docs/images/${name}.png`);
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
