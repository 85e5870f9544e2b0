/** The entry of the OCR thread: keeps one document and one set of languages open from page to page. */
import { serveTasks } from '../worker/serve-tasks.ts';
import { openPages, type PageSupply } from './draw-page.ts';
import type { OcrOpened, OcrTask, ReadPage } from './page-model.ts';
import { readPage } from './read-page.ts';
import { Recogniser } from './recogniser.ts';

let opened: { pages: PageSupply; recogniser: Recogniser } | null = null;

serveTasks<OcrTask, OcrOpened | ReadPage>(async (task) => {
  // A thread that replaces one that died opens both again: every task says what it is about.
  opened ??= { pages: await openPages(task.source), recogniser: await Recogniser.open(task.languages) };
  const { pages, recogniser } = opened;
  if (task.act === 'page') return readPage(recogniser, task.page, await pages.draw(task.page));
  const { version, build, languages } = recogniser;
  return { pages: pages.pages, version, build, languages };
});
