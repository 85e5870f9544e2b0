import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { call } from './support/calls.ts';
import { launch } from './support/launch.ts';
import { picture } from './support/pictures.ts';

const place = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name }).click();

test('a case’s own term and field, a relation and a merge, by the interface', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-vocabulary-'));
  const running = await launch();
  try {
    const { page } = running;
    await call(page, 'case.create', { folder: join(folder, 'One.holdfast'), title: 'One' });
    const committee = await call(page, 'parties.create', {
      name: 'Reconstruction Committee',
      kind: 'body',
      aliases: [{ name: 'لجنة إعادة الإعمار', language: 'ar' }],
    });
    const council = await call(page, 'parties.create', { name: 'Raqqa Civil Council', kind: 'body' });
    const short = await call(page, 'parties.create', { name: 'RCC', kind: 'council of notables' });
    await call(page, 'claims.create', { act: 'lost', quantities: [{ value: 4, unit: 'tents' }], speakerId: short.id });

    await place(page, 'Vocabulary');
    await expect(page.getByRole('table', { name: 'Acts' })).toBeVisible();
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Term', exact: true }).fill('Expropriated');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText('Give the term in lower case')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Term', exact: true }).fill('expropriated');
    await dialog.getByRole('textbox', { name: 'Words that mean it' }).fill('صودرت,seized,');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const acts = page.getByRole('table', { name: 'Acts' });
    await expect(acts.getByRole('row', { name: /expropriated this case/ })).toContainText('صودرت');
    // A word that a claim uses without a definition is said to be so, and defined in a step.
    await acts
      .getByRole('row', { name: /^lost only used/ })
      .getByRole('button', { name: 'Define…' })
      .click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await acts.getByRole('button', { name: 'What can be done with lost' }).click();
    await page.getByRole('menuitem', { name: 'Remove…' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('not needed');
    await page.getByRole('button', { name: 'Remove the term' }).click();
    await expect(page.getByText('still used (claims: 1)')).toBeVisible();
    await picture(page, 'vocabulary-acts');
    await page.getByRole('radio', { name: 'Own fields' }).click();
    await page.getByRole('button', { name: 'New field' }).click();
    await dialog.getByRole('textbox', { name: 'Label' }).fill('Strike status');
    await dialog.getByRole('textbox', { name: 'Name in files' }).fill('strikeStatus');
    await dialog.getByRole('button', { name: /Takes/ }).click();
    await page.getByRole('option', { name: 'one of a list' }).click();
    await dialog.getByRole('textbox', { name: 'What can be chosen' }).fill('declared,alleged,');
    await picture(page, 'vocabulary-field-dialog');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('table', { name: 'Own fields' })).toContainText('declared, alleged');
    await picture(page, 'vocabulary-fields');

    await place(page, 'Parties');
    await page.getByRole('button', { name: 'Reconstruction Committee' }).click();
    await page.getByRole('button', { name: 'Relate…' }).click();
    await dialog.getByRole('combobox', { name: 'The other party' }).click();
    await page.keyboard.type('Raqqa Civil');
    await page.getByRole('option', { name: 'Raqqa Civil Council' }).click();
    await dialog.getByRole('button', { name: 'Relate', exact: true }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'part of' })).toContainText('Raqqa Civil Council');
    await picture(page, 'party-relations');

    await place(page, 'Parties');
    await page.getByRole('button', { name: 'RCC', exact: true }).click();
    await page.getByRole('button', { name: 'Merge…' }).click();
    await dialog.getByRole('combobox', { name: 'The party it is' }).click();
    await page.keyboard.type('Raqqa Civil');
    await page.getByRole('option', { name: 'Raqqa Civil Council' }).click();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('its short name');
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Raqqa Civil Council' })).toBeVisible();
    await expect(page.getByText('Also entered as')).toBeVisible();
    expect(await call(page, 'parties.get', { id: short.id })).toMatchObject({ mergedInto: council.id, claims: 1 });
    await page.getByRole('button', { name: 'RCC' }).click();
    await expect(page.getByRole('note')).toContainText('Found to be');
    await picture(page, 'party-merged');
    await call(page, 'fields.add', { subject: 'incident', name: 'ward', label: 'Ward', type: 'text' });
    const siege = await call(page, 'incidents.create', { code: 'RAQ-0009', title: 'Siege' });
    await place(page, 'Incidents');
    await page.getByRole('button', { name: 'New incident' }).first().click();
    await dialog.getByRole('textbox', { name: 'Code' }).fill('RAQ-0001');
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Mass graves in Raqqa');
    await dialog.getByRole('combobox', { name: 'Kind' }).fill('mass');
    await page.getByRole('option', { name: 'mass grave' }).click();
    await dialog.getByRole('button', { name: 'Further place' }).click();
    await dialog.getByRole('group', { name: 'Further place 1' }).getByRole('combobox', { name: 'Place name' }).fill('حي البدو');
    await dialog.getByRole('button', { name: 'Add a party' }).click();
    await dialog.getByRole('combobox', { name: 'Party' }).fill('Reconstr');
    await page.getByRole('option', { name: 'Reconstruction Committee' }).click();
    await dialog.getByRole('textbox', { name: 'Ward' }).fill('شمال');
    await picture(page, 'incident-dialog');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { name: 'RAQ-0001 Mass graves in Raqqa' })).toBeVisible();
    expect((await call(page, 'incidents.list', { words: 'RAQ-0001' })).rows).toMatchObject([
      {
        extra: { ward: 'شمال' },
        kind: 'mass grave',
        secondaryPlaces: [{ name: 'حي البدو' }],
        parties: [{ partyId: committee.id, role: 'alleged responsible' }],
      },
    ]);
    await expect(page.getByText('شمال')).toBeVisible();
    await page.getByRole('button', { name: 'Relate…' }).click();
    await dialog.getByRole('combobox', { name: 'The other incident' }).fill('RAQ-0009');
    await page.getByRole('option', { name: 'RAQ-0009 Siege' }).click();
    await dialog.getByRole('button', { name: 'Relate', exact: true }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'part of' })).toContainText('RAQ-0009');
    expect((await call(page, 'links.list', { kind: 'incident', id: siege.id })).links).toHaveLength(1);
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id }) => id)).toEqual([]);
    expect((await call(page, 'links.list', { kind: 'party', id: committee.id })).links).toHaveLength(1);
    expect((await call(page, 'verify.run', {})).findings).toEqual([]);
  } finally {
    await running.close();
    await rm(folder, { recursive: true, force: true });
  }
});
