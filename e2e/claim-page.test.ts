import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { makePdf } from '#engine/testing/make-pdf.ts';
import { tamperRows } from '#engine/testing/tamper.ts';
import { barriers } from './support/barriers.ts';
import { call } from './support/calls.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { picture } from './support/pictures.ts';

const article = `Bodies exhumed in Raqqa

A video on the committee's account shows workers lifting remains from the ground. The camera stays with them for two minutes.
Nearly 1,236 bodies, most of them women and children, have been exhumed so far from three mass graves, its caption says. The paper could not check the figure.
The Coalition had carried the report of September 2017 as non-credible for fifteen months.`;
const arabic =
  'قال المتحدث باسم اللجنة إن العمل مستمر. استُخرجت نحو 1236 جثة، معظمها لنساء وأطفال، من ثلاث مقابر جماعية قرب الملعب. ولم تُعرف هويات كثير منهم.';
const gone = 'This page said that nearly 1,236 bodies had been found, and was taken down the same week.';

test.describe.configure({ mode: 'serial' });

let running: RunningApp;
let folder: string;
let claimId: string;
let lostItem: string;
const caseFolder = () => join(folder, 'Graves.holdfast');

/** The figure of DESIGN's example with everything a claim can have, fifty papers repeating it, and two people's grades. */
async function seed(page: Page): Promise<void> {
  const at = (name: string) => join(folder, name);
  await writeFile(at('article.txt'), article);
  await writeFile(at('statement.txt'), arabic);
  await writeFile(at('gone.txt'), gone);
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', 'testsrc2=size=640x480', '-frames:v', '1', at('photo.png')]);
  await writeFile(
    at('report.pdf'),
    await makePdf(['First page.', 'Four families lost at least 90 relatives and neighbours.'], { title: 'report' }),
  );
  await call(page, 'case.create', { folder: caseFolder(), title: 'Graves' });
  await call(page, 'session.identify', { actor: 'A. First' });
  const { outcomes } = await call(page, 'items.import', {
    paths: ['article.txt', 'statement.txt', 'gone.txt', 'photo.png', 'report.pdf'].map(at),
  });
  const [paperItem, statement, lost, photo, report] = outcomes.map((outcome) => (outcome.fate === 'kept' ? outcome.itemId : ''));
  lostItem = lost!;
  const mark = async (itemId: string, quote: string, more = {}) =>
    (await call(page, 'passages.create', { itemId, quote, comment: '', ...more })).id;
  const figure = await mark(
    paperItem!,
    'Nearly 1,236 bodies, most of them women and children, have been exhumed so far from three mass graves',
  );
  const said = await mark(statement!, 'استُخرجت نحو 1236 جثة، معظمها لنساء وأطفال، من ثلاث مقابر جماعية', {
    language: 'ar',
    translation: 'About 1,236 bodies, most of women and children, were exhumed from three mass graves',
    translator: 'B. Second',
  });
  const denial = await mark(paperItem!, 'non-credible for fifteen months');
  const vanished = await mark(lost!, 'nearly 1,236 bodies');
  const area = (await call(page, 'passages.create', { itemId: photo!, area: { x: 10, y: 10, width: 40, height: 40 }, comment: 'the pit' }))
    .id;
  const onPage = (await call(page, 'passages.create', { itemId: report!, area: { x: 5, y: 5, width: 60, height: 12 }, page: 2 })).id;
  const field = { subject: 'claim' } as const;
  await call(page, 'fields.add', { ...field, name: 'district', label: 'District', type: 'text' });
  await call(page, 'fields.add', { ...field, name: 'secondReader', label: 'Seen by a second reader', type: 'yes or no' });
  const party = async (name: string) => (await call(page, 'parties.create', { name })).id;
  const committee = await party('Reconstruction Committee of the Raqqa Civil Council');
  const paper = await party('A paper with a name so long that it has to be broken somewhere in the middle of the line');
  const incident = await call(page, 'incidents.create', { code: 'RAQ-0002', title: 'Mass graves of Raqqa' });
  const fields = {
    act: 'exhumed',
    quantities: [
      {
        qualifier: 'nearly' as const,
        value: 1200,
        unit: 'bodies',
        breakdown: [{ groups: ['women', 'children'], qualifier: 'most' as const }],
      },
      { value: 3, unit: 'mass graves' },
    ],
    speakerId: committee,
    saidAt: '2018-11~',
    when: '[..2018]',
    via: [
      { partyId: committee, medium: 'caption of a video', date: '2018-11~' },
      { medium: 'a repost' },
      { partyId: paper, medium: 'article', itemId: paperItem!, date: '2018-11-30' },
    ],
    place: { name: 'Raqqa', names: { ar: 'الرقة' }, precision: 'city' as const },
    victims: [
      { name: 'Ahmad', names: { ar: 'أحمد' }, gender: 'boy' as const, ageMin: 4, ageMax: 6, note: 'named in the video' },
      { gender: 'woman' as const },
    ],
    incidentId: incident.id,
    note: 'Not the paper’s own count.',
    extra: { district: 'North', secondReader: true },
  };
  const links = [
    [figure, 'states'],
    [said, 'states'],
    [area, 'supports'],
    [onPage, 'supports'],
    [denial, 'contradicts'],
    [vanished, 'repeats'],
  ] as const;
  const claim = await call(page, 'claims.create', {
    ...fields,
    evidence: links.map(([passageId, stance]) => ({
      passageId,
      stance,
      note: stance === 'supports' ? 'The pit the caption speaks of.' : '',
    })),
  });
  claimId = claim.id;
  for (let number = 1; number <= 20; number += 1) {
    const speakerId = number < 9 ? await party(`Outlet ${number}`) : null;
    const copy = await call(page, 'claims.create', {
      act: 'exhumed',
      quantities: [{ value: 1236, unit: 'bodies' }],
      speakerId,
      saidAt: `2018-12-${String(number).padStart(2, '0')}`,
    });
    await call(page, 'links.create', {
      kind: 'claim',
      fromId: copy.id,
      toId: claimId,
      relation: 'repeats',
      note: number === 1 ? 'word for word' : '',
    });
  }
  await call(page, 'claims.create', {
    act: 'exhumed',
    modality: 'denies',
    speakerId: paper,
    quantities: [{ value: 1236, unit: 'bodies' }],
  });
  const give = (scale: 'admiralty reliability' | 'admiralty credibility', value: string, reason: string) =>
    call(page, 'grades.give', { subjectKind: 'claim', subjectId: claimId, scale, value, reason });
  await give('admiralty reliability', 'B', 'It did the digging itself and publishes its lists.');
  await give('admiralty credibility', '2', 'Two videos show the work at two of the graves.');
  await call(page, 'session.identify', { actor: 'B. Second' });
  await give('admiralty credibility', '4', 'No list of names was seen.');
  const next = { ...fields, quantities: [{ ...fields.quantities[0]!, value: 1236 }, fields.quantities[1]!] };
  await call(page, 'claims.update', { id: claimId, fields: next, why: 'read wrongly the first time' });
  await call(page, 'session.identify', { actor: 'A. First' });
}

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-claim-page-'));
  running = await launch();
  const { page } = running;
  await seed(page);
  await call(page, 'case.close', {});
  tamperRows(caseFolder(), `UPDATE canonicalText SET text = replace(text, '1,236', 'a few') WHERE itemId = '${lostItem}'`);
  await call(page, 'case.open', { folder: caseFolder() });
  await page.reload();
  await page.getByRole('navigation').getByRole('button', { name: 'Claims' }).click();
  await page.getByRole('row').filter({ hasText: 'nearly 1,236' }).dblclick();
});
test.afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

const evidence = (page: Page) => page.getByRole('region', { name: 'Evidence' });
const rows = (page: Page) => evidence(page).getByRole('article');

test('every passage stands in its context with the proof of its file; a lost one stays and says so', async () => {
  const { page } = running;
  await expect(rows(page)).toHaveCount(6);
  const first = rows(page).nth(0);
  await expect(first.locator('.evidence-quote')).toContainText('The camera stays with them for two minutes.');
  await expect(first.locator('mark')).toHaveText(/^Nearly 1,236 bodies.*three mass graves$/);
  await expect(first).toContainText('Not verified yet');
  await expect(rows(page).nth(1)).toContainText('Translated by B. Second');
  expect(
    await rows(page)
      .nth(1)
      .locator('.evidence-quote')
      .evaluate((node) => getComputedStyle(node).direction),
  ).toBe('rtl');
  await expect(rows(page).nth(2).getByRole('img', { name: 'Marked area' }).or(rows(page).nth(2).locator('.area-crop img'))).toBeVisible();
  await rows(page).nth(3).scrollIntoViewIfNeeded();
  await expect(rows(page).nth(3).locator('img.area-crop-drawn')).toBeVisible();
  const lost = rows(page).nth(5);
  await expect(lost).toContainText('Lost: these words are gone');
  await expect(lost.locator('mark')).toHaveText('nearly 1,236 bodies');
  await call(page, 'verify.run', {});
  await expect(first).not.toContainText('Not verified yet');
  await expect(first).toContainText('Verified');

  // Through them by keys, and into the source at the words.
  await page.keyboard.press('n');
  await expect(first.locator('.evidence-quote')).toBeFocused();
  await page.keyboard.press('n');
  await page.keyboard.press('p');
  await expect(first.locator('.evidence-quote')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { selected: true })).toContainText('article');

  // The passage itself tells which claims stand on it, and as what.
  await page.getByRole('navigation').getByRole('button', { name: 'Passages' }).click();
  await page.getByRole('row').filter({ hasText: 'Nearly 1,236 bodies, most' }).click();
  const claims = page.getByRole('region', { name: '1 claim' });
  await expect(claims).toContainText('states');
  await claims.getByRole('button', { name: 'asserts: nearly 1,236 bodies' }).click();
  await expect(rows(page)).toHaveCount(6);
});

test('the chain and what repeats the claim are drawn, doubt shown; a circle of repeats is refused where it was asked', async () => {
  const { page } = running;
  const chain = page.getByRole('region', { name: 'Who said it, via whom' });
  await expect(chain.locator('.chain-step')).toHaveCount(5);
  await expect(page.getByRole('region', { name: 'As said' })).toContainText('Seen by a second reader');
  await expect(chain.locator('.chain-step[data-unknown="true"]')).toContainText('somebody not named');
  await expect(chain.locator('.chain-step').nth(2)).toContainText('undated');
  await expect(chain).toContainText('20 claims repeat this one.');
  await expect(chain.locator('.repeat-node')).toHaveCount(7);
  await chain.getByRole('button', { name: '15 more that repeat it' }).click();
  await expect(chain.locator('.repeat-node')).toHaveCount(21);

  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'Tie this claim to another' });
  await dialog.getByText('Outlet 1, 1 December 2018').click();
  await dialog.getByRole('button', { name: 'Tie', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('circle');
  await picture(page, 'claim-page-cycle');
  await dialog.getByRole('button', { name: /This claim/ }).click();
  await page.getByRole('option', { name: 'contradicts' }).click();
  await dialog.getByText('denies:').click();
  await dialog.getByRole('button', { name: 'Tie', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Relations' })).toContainText('contradicts');
});

test('a stance is changed with its reason in one act; grades stand side by side and their difference is said', async () => {
  const { page } = running;
  await rows(page).nth(2).locator('.evidence-quote').focus();
  await page.keyboard.press('s');
  const restate = page.getByRole('dialog', { name: 'Change what this passage does' });
  await restate.getByRole('button', { name: /What the passage does/ }).click();
  await page.getByRole('option', { name: 'context' }).click();
  await restate.getByRole('textbox', { name: 'Reason' }).fill('It shows a pit, not a count.');
  await restate.getByRole('button', { name: 'Change', exact: true }).click();
  await expect(evidence(page).getByRole('region', { name: 'context' })).toContainText('The pit the caption speaks of.');

  const grades = page.getByRole('region', { name: 'Grades' });
  await expect(grades).toContainText(
    'Information credibility: A. First says 2, probably true; B. Second says 4, doubtful. They differ, and both stand.',
  );
  await page.keyboard.press('g');
  const give = page.getByRole('dialog', { name: 'Give a grade' });
  await give
    .getByRole('radio', { name: /usually reliable/ })
    .first()
    .check();
  await picture(page, 'claim-page-grade');
  await expect(give.getByRole('button', { name: 'Give the grade' })).toBeDisabled();
  await give.getByRole('radio', { name: /fairly reliable/ }).check();
  await give.getByRole('textbox', { name: 'Why' }).fill('Its second list corrected the first.');
  await give.getByRole('button', { name: 'Give the grade' }).click();
  await expect(grades.getByRole('row').filter({ hasText: 'A. First' })).toContainText('fairly reliable');
  await grades.getByRole('button', { name: 'Withdraw this grade of B. Second' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('A list was seen since.');
  await page.getByRole('button', { name: 'Withdraw the grade' }).click();
  await expect(grades).not.toContainText('They differ');
  await grades.getByText('All grades ever given (4)').click();
  await expect(grades).toContainText('withdrawn by A. First');
});

test('the history says who changed what and why, and shows the claim as it was then', async () => {
  const { page } = running;
  await page.keyboard.press('h');
  const timeline = page.getByRole('region', { name: 'What was done' });
  await expect(timeline).toContainText('Why: read wrongly the first time');
  await expect(timeline.locator('del').first()).toContainText('nearly 1,200 bodies');
  await expect(timeline).toContainText('Why: It shows a pit, not a count.');
  await expect(page.getByText('Nothing it says differs from what it says now.')).toBeVisible();
  await timeline.getByRole('button', { name: /^Claim made/ }).click();
  const then = page.getByRole('article', { name: /As it stood after entry/ });
  await expect(then.getByRole('heading')).toContainText('nearly 1,200 bodies');
  await expect(then).toContainText('1 field differs from now.');
  await expect(then).toContainText('now: nearly 1,236 bodies');
  await page.getByRole('textbox', { name: 'Moment' }).fill('2001-01-01');
  await expect(page.getByText('The claim was not made yet then.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Moment' }).fill('');
  await timeline.getByRole('button', { name: /^Claim changed/ }).click();
  await page.keyboard.press('n');
  await expect(then).toContainText('1 field differs from now.');
  await page.locator('.page').evaluate((node) => node.scrollTo(0, 0));
  await looked(page, 'history');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('h');
  await expect(rows(page)).toHaveCount(6);
});

test('nothing on the page bars anybody, light or dark; no key means two things', async () => {
  const { page } = running;
  await looked(page, 'claim');
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  const keys = await sheet.locator('dd .visually-hidden').allTextContents();
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  for (const key of ['l', 'r', 'g', 'h', 'n', 'p', 's', 'e', 'w']) expect(keys).toContain(key);
  await page.keyboard.press('Escape');
  expect(running.consoleErrors).toEqual([]);
});

/** Looks for barriers in both themes and keeps pictures of both. */
async function looked(page: Page, name: string): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await page.evaluate((to) => (document.documentElement.dataset['theme'] = to), theme);
    await page.waitForTimeout(200);
    await picture(page, `claim-page-${name}-${theme}`);
    expect(await barriers(page), `${name}, ${theme}`).toEqual([]);
  }
}
