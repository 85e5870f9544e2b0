/** Pictures of what proves: verification, journal, seals, the chain-of-custody sheet, an export of a part, a redacted copy. */
import { go, openSource, settle, take } from './acts.mjs';

/** `name` gives a view's picture its name in the theme shown. */
export async function takeProof(page, name) {
  await go(page, /^Custody/);
  await page.getByRole('radio', { name: 'Verification' }).click();
  await take(page, name('custody'));
  await page.getByRole('radio', { name: 'Seals' }).click();
  await take(page, name('seals'));
  await page.getByRole('radio', { name: 'Journal' }).click();
  await take(page, name('journal'));
  await page.getByRole('row').nth(2).click();
  await take(page, name('journal-entry'));
  await page.keyboard.press('Escape');
  await takeExport(page, name('export'));
  await takeSheet(page, name('sheet'));
  await takeRedaction(page, name('redaction'));
}

async function takeSheet(page, name) {
  await openSource(page, /Four families, three/);
  await page.keyboard.press('Control+Shift+H');
  await page.getByText('Unique identifier').waitFor();
  await take(page, name);
  await page.keyboard.press('Escape');
}

async function takeExport(page, name) {
  await page.keyboard.press('Control+Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Export a case file' });
  await dialog.getByRole('radio', { name: 'Chosen things' }).click();
  await dialog.getByRole('button', { name: 'Add incident…' }).click();
  await page.keyboard.type('Mass graves');
  await settle(page);
  await page.keyboard.press('Enter');
  await take(page, name);
  await page.keyboard.press('Escape');
}

/** A copy of which two places are withheld, not made: the sample stays as it is. */
async function takeRedaction(page, name) {
  await openSource(page, /Four families, three/);
  await page.keyboard.press('Control+Shift+X');
  const dialog = page.getByRole('dialog', { name: /^Redacted copy of/ });
  await dialog.getByRole('radio', { name: 'Words' }).click();
  const text = dialog.getByRole('textbox', { name: /^Words of/ });
  for (const words of ['public sources', 'of Raqqa']) {
    await text.focus();
    await text.evaluate((field, wanted) => {
      const at = field.value.indexOf(wanted);
      field.setSelectionRange(at, at + wanted.length);
    }, words);
    await page.keyboard.press('Enter');
    await settle(page);
  }
  await take(page, name);
  await page.keyboard.press('Escape');
}
