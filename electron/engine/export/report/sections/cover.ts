import { code, facts, foreign, spansOf, type Block } from '../blocks.ts';
import { sealWords, timestampWords } from '../proof-words.ts';
import type { ReportInput } from '../report-input.ts';
import { countWords } from './record-words.ts';

export function cover(input: ReportInput): Block[] {
  const { title, caseId, createdAt, counts, journal } = input.gathered.record;
  const last = input.seals.at(-1);
  return [
    {
      is: 'group',
      kind: 'cover',
      blocks: [
        { is: 'text', quiet: true, words: 'Case file: report' },
        { is: 'title', words: foreign(title) },
        {
          is: 'text',
          words: `${countWords(counts.claims, 'claim')} about ${countWords(counts.incidents, 'incident')}, from ${countWords(counts.passages, 'passage')} in ${countWords(counts.items, 'source')}.`,
        },
        facts([
          ['Case', code(caseId)],
          ['Begun', createdAt],
          ['As it stood', `${input.asOf} (the last journal entry told of here)`],
          ['Journal', [`${countWords(journal.entries, 'entry', 'entries')}; the hash of the last is `, code(journal.head)]],
          [
            'Last seal',
            last === undefined ? 'not sealed' : [...spansOf(sealWords(last.treeSize, input)), restWords(journal.entries - last.treeSize)],
          ],
          ['Last timestamp', timestampWords(1, input, 'latest')],
        ]),
        ...(last !== undefined
          ? []
          : [
              {
                is: 'text',
                quiet: true,
                words: 'This case was not sealed: nothing signed says when its journal stood as it does.',
              } as const,
            ]),
        {
          is: 'text',
          quiet: true,
          words:
            'All times are UTC. Exhibits are numbered in the order in which they were kept, passages within their exhibit, claims in the order in which they were written. A number is never used again, so that gaps mean things removed or not part of this case file.',
        },
      ],
    },
    { is: 'contents' },
  ];
}

/** A seal cannot be under itself: the entry that tells of it comes after it. */
function restWords(entries: number): string {
  return entries <= 0
    ? ''
    : `; ${countWords(entries, 'later entry', 'later entries')} (the telling of the seal among them) ${entries === 1 ? 'is' : 'are'} not under it`;
}
