import { code, foreign, joinedBy, openFile, type Block, type Words } from '../blocks.ts';
import { tokenState } from '../proof-words.ts';
import type { ReportInput } from '../report-input.ts';

/** Every seal with its timestamps; says so plainly when there is none. */
export function sealSection({ seals }: ReportInput): Block[] {
  const heading: Block = { is: 'heading', level: 2, anchor: 'seals', words: 'Seals and timestamps', listed: true };
  if (seals.length === 0)
    return [
      heading,
      { is: 'text', words: 'Not sealed. No timestamp. Nothing outside this case file says when its journal stood as it does.' },
    ];
  return [
    heading,
    {
      is: 'text',
      quiet: true,
      words:
        'A seal is a signed tree head (RFC 9162) over entries 1 to N of the journal. A timestamp (RFC 3161) is taken over the bytes of the seal.',
    },
    {
      is: 'table',
      caption: 'Seals',
      columns: [
        { head: 'Entries', share: 10, numeric: true },
        { head: 'Made', share: 20 },
        { head: 'Why', share: 14 },
        { head: 'Root, key', share: 32 },
        { head: 'Timestamp', share: 24 },
      ],
      rows: seals.map(({ treeSize, at, reason, rootHash, keyId, tokens, file }): Words[] => [
        file === null ? `1 to ${treeSize}` : openFile(file, `1 to ${treeSize}`),
        at,
        foreign(reason),
        [code(rootHash), ' by key ', code(`${keyId.slice(0, 16)}…`)],
        tokens.length === 0 ? 'no timestamp' : joinedBy(tokens.map(tokenState), '; '),
      ]),
    },
  ];
}
