import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { call } from './support/calls.ts';
import { answerOpenDialogs, answerSaveDialogs } from './support/dialogs.ts';
import { launch } from './support/launch.ts';
import { picture } from './support/pictures.ts';
import { selectWords } from './support/select-words.ts';

const arabic = ['قالت اللجنة في بيان مصور', 'استُخرجت نحو 1236 جثة من ثلاث مقابر جماعية', 'معظمهم من النساء والأطفال'];
/** An end before its start, a blank line missing, a time before the recording, one after its end. */
const damaged = `1
00:00:00,500 --> 00:00:02,000
${arabic[0]}

2
00:00:04,000 --> 00:00:03,000
${arabic[1]}
3
00:01:04,000 --> 00:01:05,000
${arabic[2]}
`;

async function makeRecording(folder: string): Promise<string> {
  const path = join(folder, 'statement.mp4');
  const made = ['-f', 'lavfi', '-i', 'testsrc2=size=320x240:duration=8:rate=25', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', path];
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...made]);
  return path;
}

async function open(window: Page): Promise<void> {
  await window.keyboard.press('Control+1');
  await window.getByRole('row').filter({ hasText: 'statement' }).first().click();
  await window.getByRole('button', { name: 'Open in the reader' }).click();
  await expect(window.locator('video')).toHaveJSProperty('readyState', 4);
}

const act = async (window: Page, name: string) => {
  await window.getByRole('button', { name: 'Transcripts and translations' }).click();
  await window.getByRole('menuitem', { name }).click();
};

/** Drags over a line of Arabic from its first word, at the right, to its last. */
async function selectLine(window: Page, words: string): Promise<void> {
  const box = (await window.locator('.cue-words', { hasText: words }).boundingBox())!;
  const y = box.y + 10;
  await window.mouse.move(box.x + box.width - 1, y);
  await window.mouse.down();
  await window.mouse.move(box.x + box.width / 2, y + 2, { steps: 4 });
  await window.mouse.move(box.x + 1, box.y + box.height - 4, { steps: 4 });
  await window.mouse.up();
}

async function keepPassage(window: Page, comment: string): Promise<void> {
  await expect(window.getByRole('toolbar', { name: 'With the selected words' })).toBeVisible();
  await window.keyboard.press('p');
  await window.getByLabel('Comment').fill(comment);
  await window.keyboard.press('Control+Enter');
  await expect(window.getByText('Stands at its place')).toBeVisible();
}

const drawn = (window: Page) =>
  window.evaluate(() => ([...(CSS.highlights.get('holdfast-passage') ?? [])] as Range[]).map(String).sort().join(' | '));

test('a damaged Arabic transcript is kept and quoted, one is typed by hand over a restart, a translation stands beside', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-case-'));
  let running = await launch();
  try {
    let window = running.page;
    const subtitles = join(folder, 'statement-from-the-desk.srt');
    await writeFile(subtitles, iconv.encode(damaged, 'windows-1256'));
    await call(window, 'case.create', { folder: join(folder, 'One.holdfast'), title: 'One' });
    const { outcomes } = await call(window, 'items.import', { paths: [await makeRecording(folder)] });
    const itemId = outcomes[0]?.fate === 'kept' ? outcomes[0].itemId : '';
    await window.reload();
    await open(window);
    await picture(window, 'transcripts-none');

    await answerOpenDialogs(running.app, [subtitles]);
    await window.getByRole('button', { name: 'Import a transcript…' }).click();
    const dialog = window.getByRole('dialog');
    await expect(dialog.getByText(arabic[1]!)).toBeVisible();
    await expect(dialog.getByRole('button', { name: /windows-1256, \d+% sure/ })).toBeVisible();
    await expect(dialog.getByText('It ends at 0:03.000, before it begins at 0:04.000')).toBeVisible();
    await expect(dialog.getByText('after the end of the recording')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeDisabled();
    await dialog.getByRole('combobox', { name: 'Language', exact: true }).fill('Arabic');
    await window.keyboard.press('Enter');
    await picture(window, 'transcripts-import');
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    await expect(dialog).toBeHidden();
    const lines = window.getByRole('document', { name: 'Transcript' });
    await expect(lines.locator('.cue-words')).toHaveText(arabic);
    await lines.getByRole('button', { name: 'Play from 0:04.000' }).click();
    await expect(lines.locator('.cue[data-current="true"]')).toContainText(arabic[1]!);
    await selectLine(window, arabic[1]!);
    await keepPassage(window, 'the figure');
    const [figure] = (await call(window, 'passages.list', { itemId })).rows;
    expect(figure).toMatchObject({ quote: arabic[1], textKind: 'transcript', from: 4, state: 'exact' });
    await expect(window.getByText('Transcript added later · from a file received · Arabic').first()).toBeVisible();

    await act(window, 'Translate it');
    await window.getByRole('textbox', { name: 'Translation of line 2' }).fill('Nearly 1236 bodies were exhumed from three mass graves');
    await window.getByRole('textbox', { name: 'Translation of line 1' }).fill('The committee said in a filmed statement');
    await window.getByRole('combobox', { name: 'Language', exact: true }).fill('English');
    await window.keyboard.press('Enter');
    await expect(window.getByText('Say who translated it')).toBeVisible();
    await window.getByLabel('Translator', { exact: true }).fill('N. Haddad');
    await picture(window, 'transcripts-translating');
    await window.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(window.locator('[data-column="beside"] .cue-words').first()).toHaveText('The committee said in a filmed statement');
    await selectWords(window, window.mainFrame(), '1236 bodies were', '.cue:nth-of-type(2) [data-column="beside"]');
    await keepPassage(window, 'in English');
    await expect(window.getByText('Translation by N. Haddad · English').first()).toBeVisible();
    await picture(window, 'transcripts-beside');

    await act(window, 'Type a transcript');
    await window.keyboard.type('We heard the planes');
    await window.keyboard.press('Alt+k');
    await expect.poll(() => window.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(4.3);
    await window.keyboard.press('Alt+k');
    await window.keyboard.press('Enter');
    await window.keyboard.type('and then the school was gone');
    await expect(window.getByText('Draft saved')).toBeVisible();
    await picture(window, 'transcripts-typing');

    await running.quit();
    running = await launch({ userData: running.userData });
    window = running.page;
    await call(window, 'case.open', { folder: join(folder, 'One.holdfast') });
    await window.reload();
    await open(window);
    await expect(window.locator('[data-column="beside"] .cue-words').first()).toBeVisible();
    await expect.poll(() => drawn(window)).toBe(`1236 bodies were | ${arabic[1]}`);
    await window.getByText('A transcript not kept yet: 2 lines').waitFor();
    await window.getByRole('button', { name: 'Go on' }).click();
    await expect(window.getByRole('textbox', { name: 'Line 1' })).toHaveValue('We heard the planes');
    await window.getByRole('textbox', { name: 'Line 2' }).press('End');
    await window.keyboard.type('.');
    await window.getByRole('combobox', { name: 'Language', exact: true }).fill('English');
    await window.keyboard.press('Enter');
    await window.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(window.locator('.cue-words')).toHaveText(['We heard the planes', 'and then the school was gone.']);
    expect(await call(window, 'transcripts.drafts', { itemId })).toEqual([]);

    await window.getByRole('button', { name: /passages$/ }).click();
    await window.getByRole('option').filter({ hasText: '1236 bodies were' }).click();
    await expect(window.locator('.cue-words').first()).toHaveText(arabic[0]!);
    await expect.poll(() => drawn(window)).toBe(`1236 bodies were | ${arabic[1]}`);
    await window.getByRole('button', { name: /Text shown/ }).click();
    await window.getByRole('option', { name: /typed by/ }).click();
    await expect(window.locator('.cue-words').first()).toHaveText('We heard the planes');

    const saved = join(folder, 'typed.vtt');
    await answerSaveDialogs(running.app, saved);
    await act(window, 'Save as subtitles…');
    await expect(window.getByText('2 lines written')).toBeVisible();
    expect(await readFile(saved, 'utf8')).toContain('We heard the planes\n');

    const { findings } = await call(window, 'verify.run', {});
    expect(findings).toEqual([]);
    const { texts } = await call(window, 'items.texts', { id: itemId });
    expect(texts.map(({ kind, tool, language }) => [kind, tool, language])).toEqual([
      ['transcript', 'holdfast cues', 'ar'],
      ['translation', 'person', 'en'],
      ['transcript', 'person', 'en'],
    ]);
    expect((await call(window, 'search.query', { words: 'planes' })).rows[0]).toMatchObject({ kind: 'item', itemId });
    expect(running.consoleErrors).toEqual([]);
  } finally {
    await running.close();
    await rm(folder, { recursive: true, force: true });
  }
});
