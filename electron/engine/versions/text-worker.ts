/** The entry of the text thread: what takes long on long texts. */
import type { TextComparison } from '#shared/model/versions.ts';
import { answerTask } from '../worker/answer-task.ts';
import { carryWords, type CarriedWords, type WordsPassage } from './carry-words.ts';
import { compareTexts } from './compare-texts.ts';

export type TextTask = { from: string; to: string; passages: WordsPassage[] };
/** `carried` in the order of the task's passages. */
export type TextAnswer = { comparison: TextComparison; carried: CarriedWords[] };

await answerTask<TextTask, TextAnswer>(async ({ from, to, passages }) => {
  const comparison = compareTexts(from, to);
  return { comparison, carried: carryWords(to, comparison.runs, passages) };
});
