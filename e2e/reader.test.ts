import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { makePdf } from '#engine/testing/make-pdf.ts';
import { call } from './support/calls.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { picture } from './support/pictures.ts';

const figure = 'Nearly 1,236 bodies have been exhumed from three mass graves';
const page = `<!doctype html><html lang="en"><head><title>Three graves</title><style>p { max-width: 30em }</style></head>
<body><h1>Three graves</h1><p>A video says: <b>Nearly 1,236</b>
   bodies have been exhumed   from three <i>mass graves</i>.</p><script>document.title = 'ran'</script><p dir="rtl" lang="ar">استُخرجت نحو 1236 جثة</p></body></html>`;

/** A case of one source of each kind, made the way a person's files come in. */
async function makeSources(folder: string): Promise<Record<'pdf' | 'web' | 'text' | 'image' | 'video', string>> {
  const at = (name: string) => join(folder, name);
  const ffmpeg = (...args: string[]) => execFileSync('ffmpeg', ['-v', 'error', '-y', ...args]);
  await writeFile(
    at('report.pdf'),
    await makePdf(['First page of the report.', `The report says: ${figure}. Most are women.`, 'Third page.'], { title: 'A report' }),
  );
  await writeFile(at('page.html'), page);
  await writeFile(at('notes.txt'), `Notes 𐤀\n${figure}.\nاستُخرجت نحو 1236 جثة`);
  ffmpeg('-f', 'lavfi', '-i', 'testsrc2=size=320x240:duration=6:rate=25', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', at('clip.mp4'));
  ffmpeg('-f', 'lavfi', '-i', 'testsrc2=size=640x480', '-frames:v', '1', at('photo.png'));
  await writeFile(
    at('clip.srt'),
    `1\n00:00:00,500 --> 00:00:02,000\nThe committee speaks.\n\n2\n00:00:02,000 --> 00:00:05,000\n${figure}.\n`,
  );
  return {
    pdf: at('report.pdf'),
    web: at('page.html'),
    text: at('notes.txt'),
    image: at('photo.png'),
    video: at('clip.mp4'),
  };
}

type Sources = Awaited<ReturnType<typeof makeSources>>;

async function keep(running: RunningApp, folder: string, sources: Sources): Promise<Sources> {
  await call(running.page, 'case.create', { folder: join(folder, 'One.holdfast'), title: 'One' });
  const { outcomes } = await call(running.page, 'items.import', { paths: Object.values(sources) });
  const idOf = (path: string) => {
    const outcome = outcomes.find((one) => one.path === path);
    if (outcome?.fate !== 'kept') throw new Error(`not kept: ${JSON.stringify(outcome)}`);
    return outcome.itemId;
  };
  await running.page.reload();
  return Object.fromEntries(Object.entries(sources).map(([kind, path]) => [kind, idOf(path)])) as Sources;
}

/** Opens an item from the library. */
async function open(window: Page, itemId: string): Promise<void> {
  const { title } = await call(window, 'items.get', { id: itemId });
  await window.keyboard.press('Control+1');
  await window.getByRole('row').filter({ hasText: title }).first().click();
  await window.getByRole('button', { name: 'Open in the reader' }).click();
}

/** Drags over the words of an element, from its first character to its last. */
async function dragOver(window: Page, words: Locator): Promise<void> {
  await words.scrollIntoViewIfNeeded();
  const box = (await words.boundingBox())!;
  const middle = box.y + box.height / 2;
  await window.mouse.move(box.x + 1, middle);
  await window.mouse.down();
  await window.mouse.move(box.x + box.width / 2, middle, { steps: 4 });
  await window.mouse.move(box.x + box.width - 1, middle, { steps: 4 });
  await window.mouse.up();
}

/** The words drawn as passages in the window, as the highlights themselves hold them. */
function drawn(window: Page): Promise<string> {
  return window.evaluate(() => {
    const names = ['holdfast-passage', 'holdfast-claimed'];
    const ranges = names.flatMap((name) => [...(CSS.highlights.get(name) ?? [])]) as Range[];
    return ranges.map(String).join('').replace(/\s+/g, '');
  });
}
/** The same in the captured page, whose origin is its own. */
async function drawnInFrame(window: Page): Promise<string> {
  const frame = window.frames().find((one) => one.url().startsWith('holdfast-snapshot:'));
  return (await frame?.evaluate(() => [...(CSS.highlights.get('holdfast-passage') ?? [])].map(String).join(''))) ?? '';
}
const bare = (words: string) => words.replace(/\s+/g, '');

async function keepPassage(window: Page, comment: string): Promise<void> {
  await expect(window.getByRole('toolbar', { name: 'With the selected words' })).toBeVisible();
  await window.keyboard.press('p');
  await window.getByLabel('Comment').fill(comment);
  await window.keyboard.press('Control+Enter');
  await expect(window.getByText('Stands at its place')).toBeVisible();
}

test('words marked in a PDF, a captured page and a text, and a moment of a video, are back after a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-case-'));
  let running = await launch();
  try {
    const ids = await keep(running, folder, await makeSources(folder));
    let window = running.page;

    await open(window, ids.pdf);
    await expect(window.getByRole('button', { name: 'Find in this source' })).toBeVisible();
    await window.keyboard.press('Control+f');
    await window.getByRole('textbox', { name: 'Find in this source' }).fill('three mass graves');
    await expect(window.getByText('1 of 1')).toBeVisible();
    await dragOver(window, window.locator('.pdf-text span', { hasText: 'Nearly 1,236' }).first());
    await keepPassage(window, 'from the report');

    await open(window, ids.web);
    const frame = window.frameLocator('iframe');
    await dragOver(window, frame.locator('b'));
    await keepPassage(window, 'from the page');

    await open(window, ids.text);
    await dragOver(window, window.locator('.text-line').nth(1));
    await keepPassage(window, 'from the notes');

    await open(window, ids.video);
    await window.getByRole('button', { name: 'Play from 0:02.000' }).click();
    await expect(window.getByText('0:02.000 / 0:06')).toBeVisible();
    await window.keyboard.press('i');
    await window.keyboard.press('.');
    await window.keyboard.press('l');
    await window.keyboard.press('o');
    await keepPassage(window, 'from the video');

    const marked = async (itemId: string) => (await call(window, 'passages.list', { itemId })).rows[0]!;
    const made = {
      pdf: await marked(ids.pdf),
      web: await marked(ids.web),
      text: await marked(ids.text),
      video: await marked(ids.video),
    };
    expect(bare(made.pdf.quote)).toContain(bare('Nearly 1,236 bodies have been exhumed'));
    expect(made.pdf).toMatchObject({ page: 2, comment: 'from the report', state: 'exact' });
    expect(made.web).toMatchObject({ quote: 'Nearly 1,236', comment: 'from the page', state: 'exact' });
    expect(made.text).toMatchObject({ quote: `${figure}.`, comment: 'from the notes', state: 'exact' });
    expect(made.video).toMatchObject({ kind: 'time', from: 2, to: 6, quote: `${figure}.`, state: 'exact' });

    await running.quit();
    running = await launch({ userData: running.userData });
    window = running.page;
    await call(window, 'case.open', { folder: join(folder, 'One.holdfast') });
    await window.reload();
    await open(window, ids.pdf);
    await window.getByRole('button', { name: '1 passage', exact: true }).click();
    await window.getByRole('option', { name: /Nearly 1,236 bodies/ }).click();
    await expect.poll(() => drawn(window)).toBe(bare(made.pdf.quote));
    await picture(window, 'reader-pdf');
    await open(window, ids.text);
    await expect.poll(() => drawn(window)).toBe(bare(made.text.quote));
    await open(window, ids.web);
    await expect.poll(() => drawnInFrame(window)).toBe('Nearly 1,236');
    await picture(window, 'reader-web');
    await window.getByText('Reading', { exact: true }).click();
    await expect.poll(() => drawn(window)).toBe(bare(made.web.quote));
    await open(window, ids.video);
    await window.getByRole('button', { name: 'Passage from 0:02.000 to 0:06.000' }).click();
    await expect(window.getByText('from the video')).toBeVisible();
    await picture(window, 'reader-video');
    expect(running.consoleErrors).toEqual([]);
  } finally {
    await running.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test('C keeps the selected words and opens the claim form; find makes a selection without a mouse', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-case-'));
  const running = await launch();
  try {
    const ids = await keep(running, folder, await makeSources(folder));
    const window = running.page;
    await open(window, ids.pdf);
    await expect(window.getByRole('button', { name: 'Find in this source' })).toBeVisible();
    await window.keyboard.press('Control+f');
    await window.getByRole('textbox', { name: 'Find in this source' }).fill('1,236 bodies');
    await expect(window.getByText('1 of 1')).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('toolbar', { name: 'With the selected words' })).toBeVisible();
    await window.keyboard.press('c');
    await expect(window.getByRole('heading', { name: 'New claim' })).toBeVisible();
    const { rows } = await call(window, 'passages.list', { itemId: ids.pdf });
    expect(rows.map(({ quote, page }) => [quote, page])).toEqual([['1,236 bodies', 2]]);
    expect((await call(window, 'claims.list', {})).total).toBe(0);
  } finally {
    await running.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test('graphic media waits to be asked for; a source whose bytes are gone says so and what to do', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-case-'));
  const running = await launch();
  try {
    const ids = await keep(running, folder, await makeSources(folder));
    const window = running.page;
    await call(window, 'items.describe', { id: ids.video, given: { graphic: true } });
    await open(window, ids.video);
    await expect(window.getByText('Marked as graphic')).toBeVisible();
    await expect(window.locator('video')).toHaveJSProperty('muted', true);
    await picture(window, 'reader-graphic');
    await window.getByRole('button', { name: 'Show it' }).last().click();
    await expect(window.getByText('Marked as graphic')).toBeHidden();
    await expect(window.locator('video')).toHaveJSProperty('muted', false);

    const { files } = await call(window, 'items.get', { id: ids.pdf });
    const { path } = await call(window, 'blobs.locate', {
      sha256: files.find(({ role }) => role === 'original')!.sha256,
    });
    await rm(path, { force: true });
    await open(window, ids.pdf);
    await expect(window.getByRole('alert').filter({ hasText: 'is gone from the case' })).toContainText('Restore it from a backup');
    await call(window, 'verify.run', {});
    await expect(window.getByText('A file of this source is gone from the case folder')).toBeVisible();
    await picture(window, 'reader-missing');
  } finally {
    await running.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test('a captured page can neither run its own scripts nor speak for our script', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-case-'));
  const running = await launch();
  try {
    const ids = await keep(running, folder, await makeSources(folder));
    const window = running.page;
    await open(window, ids.web);
    await expect(window.frameLocator('iframe').locator('h1')).toBeVisible();
    const frame = window.frames().find((one) => one.url().startsWith('holdfast-snapshot:'))!;
    const seen = await frame.evaluate(async () => {
      parent.postMessage({ type: 'selected', first: 0, last: 5, rect: { left: 0, top: 0, right: 1, bottom: 1 } }, '*');
      const reach = (act: () => unknown) =>
        Promise.resolve()
          .then(act)
          .then(
            () => true,
            () => false,
          );
      return {
        origin: self.origin,
        bridge: 'holdfast' in self,
        parent: await reach(() => parent.document),
        fetched: await reach(() => fetch('holdfast-app://app/index.html')),
        inline: document.title,
      };
    });
    expect(seen).toEqual({
      origin: 'null',
      bridge: false,
      parent: false,
      fetched: false,
      inline: 'Three graves',
    });
    await expect(window.getByRole('toolbar', { name: 'With the selected words' })).toBeHidden();
  } finally {
    await running.close();
    await rm(folder, { recursive: true, force: true });
  }
});
