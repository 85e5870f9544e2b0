import { diffArrays } from 'diff';
import type { WordRun } from '#shared/model/versions.ts';

/** Longer paragraphs are shown as replaced: a minified page is not read word by word. In UTF-16 code units. */
const LONGEST = 40_000;
const MOST_EDITS = 1500;
const TIME_LIMIT_MS = 500;

/** Words by the Unicode rules (UAX #29), so that Arabic, Thai and `1,236` are cut where their readers would cut them. */
const words = new Intl.Segmenter('und', { granularity: 'word' });

/** What differs inside a paragraph. The runs without `added` are `from`, without `removed` they are `to`. */
export function compareWords(from: string, to: string): WordRun[] {
  const whole: WordRun[] = [
    { kind: 'removed', text: from },
    { kind: 'added', text: to },
  ];
  if (from.length > LONGEST || to.length > LONGEST) return whole;
  const changes = diffArrays(wordsOf(from), wordsOf(to), { maxEditLength: MOST_EDITS, timeout: TIME_LIMIT_MS });
  if (changes === undefined) return whole;
  return readable(
    changes.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') })),
  );
}

export function wordsOf(text: string): string[] {
  return Array.from(words.segment(text), ({ segment }) => segment);
}

/** Spaces and commas alone between two changes are not worth an interruption: they are told as part of both. */
const THIN = /^[\s\p{P}]+$/u;

/** Gathers what was removed and added between two stretches that stay, removed first. */
function readable(runs: WordRun[]): WordRun[] {
  const out: WordRun[] = [];
  let held = { removed: '', added: '' };
  const release = () => {
    if (held.removed !== '') out.push({ kind: 'removed', text: held.removed });
    if (held.added !== '') out.push({ kind: 'added', text: held.added });
    held = { removed: '', added: '' };
  };
  runs.forEach((run, index) => {
    const inside = index > 0 && index < runs.length - 1 && THIN.test(run.text);
    if (run.kind !== 'same') held[run.kind] += run.text;
    else if (inside && held.removed !== '' && held.added !== '') held = { removed: held.removed + run.text, added: held.added + run.text };
    else {
      release();
      out.push(run);
    }
  });
  release();
  return out;
}

/** One of the two texts of a changed paragraph: without `added` the earlier one, without `removed` the newer one. */
export function wordsWithout(words: readonly WordRun[], kind: 'added' | 'removed'): string {
  return words.flatMap((word) => (word.kind === kind ? [] : [word.text])).join('');
}
