/** For tests: a comparison walked from one text to the other, and back. */
import type { TextRun } from '#shared/model/versions.ts';
import { wordsWithout } from '../versions/compare-words.ts';

/** The other text, from one text and the way to it. Throws RangeError when the runs are not about this text. */
export function applyRuns(from: string, runs: readonly TextRun[]): string {
  let at = 0;
  const take = (text: string) => {
    if (!from.startsWith(text, at)) throw new RangeError(`these runs are about another text, from code unit ${at}`);
    at += text.length;
  };
  const out = runs.map((run) => {
    if (run.kind === 'added') return run.text;
    if (run.kind === 'removed') {
      take(run.text);
      return '';
    }
    if (run.kind === 'changed') {
      take(wordsWithout(run.words, 'added'));
      return wordsWithout(run.words, 'removed');
    }
    const kept = from.slice(at, at + run.length);
    if (kept.length !== run.length) throw new RangeError('these runs are about a longer text');
    at += run.length;
    return kept;
  });
  if (at !== from.length) throw new RangeError(`these runs end at code unit ${at} of ${from.length}`);
  return out.join('');
}

/** The way back. */
export function reverseRuns(runs: readonly TextRun[]): TextRun[] {
  return runs.map((run) => {
    switch (run.kind) {
      case 'same':
        return { ...run, fromStart: run.toStart, toStart: run.fromStart };
      case 'removed':
        return { kind: 'added', toStart: run.fromStart, text: run.text };
      case 'added':
        return { kind: 'removed', fromStart: run.toStart, text: run.text };
      case 'changed':
        return {
          ...run,
          fromStart: run.toStart,
          toStart: run.fromStart,
          words: run.words.map((word) => ({ ...word, kind: swapped[word.kind] })),
        };
    }
  });
}

const swapped = { same: 'same', removed: 'added', added: 'removed' } as const;
