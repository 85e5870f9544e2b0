/** The entry of the page thread: freezes a saved page and reads its text back. */
import { readFile } from 'node:fs/promises';
import { answerTask } from '../worker/answer-task.ts';
import { freezeHtml } from './freeze-html.ts';
import { mhtmlToSnapshot } from './mhtml-to-snapshot.ts';
import type { Resource } from './page-resources.ts';
import type { PageReading, PageTask } from './read-page-file.ts';
import { parseHtml } from './html-tree.ts';
import { readSnapshot } from './read-snapshot.ts';
import { snapshotRanges, type RangeSelector } from './snapshot-range.ts';
import type { RangesTask, WordsTask } from './find-ranges.ts';
import { wordsOfRange } from './words-of-range.ts';
import { sideFiles } from './side-files.ts';

await answerTask<PageTask | RangesTask | WordsTask, PageReading | (RangeSelector | null)[] | (string | null)[]>(async (task) => {
  if (task.format === 'words') {
    const page = parseHtml('html' in task.page ? task.page.html : await readFile(task.page.path, 'utf8'));
    return task.ranges.map((range) => wordsOfRange(page, range));
  }
  const bytes = await readFile(task.path);
  if (task.format === 'ranges') return snapshotRanges(parseHtml(bytes.toString('utf8')), task.text, task.ranges);
  const frozen =
    task.format === 'html'
      ? freezeHtml(bytes, task.beside === null ? {} : { find: sideFiles(task.beside) })
      : mhtmlToSnapshot(bytes, { url: task.url, jsonLd: task.jsonLd, extras: await readExtras(task.extras) });
  return { ...frozen, ...readSnapshot(frozen.html, frozen.metadata) };
});

async function readExtras(extras: (PageTask & { format: 'mhtml' })['extras']): Promise<Resource[]> {
  const read = extras.map(async ({ url, mediaType, path }) => ({ url, mediaType, charset: null, bytes: await readFile(path) }));
  return Promise.all(read);
}
