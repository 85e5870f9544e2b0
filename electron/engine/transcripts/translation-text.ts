import type { CanonicalText, TextMap } from '#shared/model/items.ts';
import { cueText } from '../text/cue-text.ts';
import { oneLine, wrong } from './line-cues.ts';

/**
 * The text of a translation, a line for each line of its source: of a transcript at the same seconds, of another text
 * paragraph by paragraph. Throws `wrong-input` when they are not as many, or all empty.
 */
export function translationText(source: Pick<CanonicalText, 'text' | 'map'>, lines: readonly string[]): { text: string; map: TextMap } {
  const words = lines.map(oneLine);
  const due = source.map.kind === 'cues' ? source.map.cues.length : source.text.split('\n').length;
  if (words.length !== due) throw wrong('lines', `are ${words.length}, and the text translated has ${due}`);
  if (words.every((line) => line === '')) throw wrong('lines', 'holds no words');
  if (source.map.kind !== 'cues') return { text: words.join('\n'), map: { kind: 'plain' } };
  return cueText(source.map.cues.map(({ from, to, speaker }, index) => ({ from, to, speaker: speaker ?? null, text: words[index] ?? '' })));
}
