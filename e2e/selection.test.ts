import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { call } from './support/calls.ts';
import { answerSaveDialogs } from './support/dialogs.ts';
import { launch } from './support/launch.ts';
import { picture } from './support/pictures.ts';

const ARABIC = 'قال المجلس المدني في الرقة إن العمال استخرجوا ما يقرب من 1236 جثة من ثلاث مقابر جماعية';

test('chosen things are exported, a source held back with its reason, and the case file holds', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-selection-'));
  const running = await launch();
  const { app, page } = running;
  await call(page, 'case.create', { folder: join(folder, 'Case.holdfast'), title: 'Raqqa 2017–2018' });
  await writeFile(join(folder, 'council.txt'), ARABIC);
  await writeFile(join(folder, 'interview.txt'), 'She saw nine lorries at the stadium before dawn.');
  const { outcomes } = await call(page, 'items.import', { paths: [join(folder, 'council.txt'), join(folder, 'interview.txt')] });
  const [council, interview] = outcomes.map((outcome) => (outcome.fate === 'kept' ? outcome.itemId : ''));
  const incident = await call(page, 'incidents.create', { code: 'RAQ-0002', title: 'Mass graves at the stadium', when: '2018-11~' });
  const marks = [
    await call(page, 'passages.create', { itemId: council ?? '', quote: '1236 جثة' }),
    await call(page, 'passages.create', { itemId: interview ?? '', quote: 'nine lorries' }),
  ];
  for (const [index, act] of (['exhumed', 'struck'] as const).entries())
    await call(page, 'claims.create', {
      act,
      incidentId: incident.id,
      quantities: [{ value: index === 0 ? 1236 : 9, unit: index === 0 ? 'bodies' : 'lorries' }],
      evidence: [{ passageId: marks[index]?.id ?? '', stance: 'states' }],
    });
  const out = join(folder, 'Part.zip');
  await answerSaveDialogs(app, out);
  await page.keyboard.press('Control+Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Export a case file' });
  await dialog.getByText('Chosen things').click();
  await expect(dialog.getByRole('button', { name: 'Choose where, and export' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Add incident…' }).click();
  await page.keyboard.type('graves');
  await page.getByRole('menuitem', { name: 'RAQ-0002' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('2 sources, 2 passages, 2 claims, 1 incident, 0 parties')).toBeVisible();
  await dialog.getByRole('button', { name: /What becomes of interview/ }).click();
  await page.getByRole('option', { name: 'Held back' }).click();
  await expect(dialog.getByText('1 source, 1 passage, 2 claims')).toBeVisible();
  await dialog.getByLabel('Why sources are held back').fill('Protects somebody who spoke');
  await picture(page, 'selection');
  await dialog.getByRole('button', { name: 'Choose where, and export' }).click();
  await expect(page.getByRole('heading', { name: 'Case file written' })).toBeVisible({ timeout: 60_000 });
  const report = await call(page, 'casefile.verify', { path: out });
  expect(report.findings).toEqual([]);
  expect(report.checked).toMatchObject({ passages: 1, claims: 2 });
  expect(running.consoleErrors).toEqual([]);
  await running.close();
  await rm(folder, { recursive: true, force: true });
});
