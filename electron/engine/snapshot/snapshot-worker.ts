/** The entry of the snapshot thread: parses a frozen page that is in the case and answers about it. */
import { readFile } from 'node:fs/promises';
import type { PageStructure } from '#shared/model/page-structure.ts';
import { answerTask } from '../worker/answer-task.ts';
import { isPictureElement } from './element-path-of.ts';
import { parseHtml } from './html-tree.ts';
import { pageStructure } from './page-structure.ts';
import { selectElements } from './select-elements.ts';

export type SnapshotTask = { ask: 'structure'; path: string } | { ask: 'picture'; path: string; selector: string };
/** `matches`: how many elements the selector names, counted up to two; `pictures`: how many of them are pictures. */
export type SnapshotAnswer = { structure: PageStructure } | { matches: number; pictures: number };

await answerTask<SnapshotTask, SnapshotAnswer>(async (task) => {
  const document = parseHtml(await readFile(task.path, 'utf8'));
  if (task.ask === 'structure') return { structure: pageStructure(document) };
  const found = selectElements(document, task.selector, 2);
  return { matches: found.length, pictures: found.filter(isPictureElement).length };
});
