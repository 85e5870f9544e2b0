import { foreign, openFile, type Block } from '../blocks.ts';
import type { ReportInput } from '../report-input.ts';

/** Where a case file of chosen things tells what it holds back (docs/case-file.md). */
export const WITHHELD = 'data/journal/withheld.json';

/** What was held back, by number and reason alone; nothing in a whole case file. */
export function withheldSection({ gathered: { withheld }, numbers }: ReportInput): Block[] {
  if (withheld.size === 0) return [];
  const rows = [...withheld].map(([id, reason]) => {
    const item = numbers.items.get(id);
    return [item ?? numbers.passages.get(id) ?? '', item === undefined ? 'passage' : 'source', foreign(reason)] as const;
  });
  return [
    { is: 'heading', level: 2, anchor: 'withheld', words: 'Held back', listed: true },
    {
      is: 'text',
      words: [
        'This case file holds chosen things. The following stand behind them and were held back. That each belongs to the sealed whole is proved, without showing it, in ',
        openFile(WITHHELD, 'withheld.json'),
        ' and proofs.jsonl beside it.',
      ],
    },
    {
      is: 'table',
      caption: 'Held back',
      columns: [
        { head: 'Number', share: 14 },
        { head: 'Kind', share: 14 },
        { head: 'Reason', share: 72 },
      ],
      rows: rows.toSorted(([a], [b]) => (a < b ? -1 : 1)),
    },
  ];
}
