import type { ExportedAbsence } from '#shared/model/case-file.ts';
import { code, foreign, type Block, type Words } from '../blocks.ts';
import type { ReportInput } from '../report-input.ts';
import { exhibitLink } from './record-words.ts';

/** Every time an address was found gone, oldest first; nothing when none was. */
export function goneSection(input: ReportInput): Block[] {
  const { absences } = input.gathered;
  if (absences.length === 0) return [];
  return [
    { is: 'heading', level: 2, anchor: 'gone', words: 'Addresses found gone', listed: true },
    {
      is: 'text',
      quiet: true,
      words:
        'What the server answered to the computer on which the case was kept, at that moment. Others may have been told something else. Words that read like a notice of removal were found by a rule.',
    },
    {
      is: 'table',
      caption: 'Answers, oldest first',
      columns: [
        { head: 'When', share: 22 },
        { head: 'Address', share: 32 },
        { head: 'Answer', share: 22 },
        { head: 'Kept before as', share: 15 },
        { head: 'Journal', share: 9, numeric: true },
      ],
      rows: absences
        .toSorted((a, b) => (a.at < b.at ? -1 : 1))
        .map((absence) => [
          absence.at,
          code(absence.askedUrl),
          answerOf(absence),
          absence.earlierId === null ? 'not kept before' : exhibitLink(absence.earlierId, input),
          String(absence.journalEntry),
        ]),
    },
  ];
}

function answerOf({ kind, status, words, keptItemId }: ExportedAbsence): Words {
  if (kind === 'status') return `${status} ${status === 410 ? 'Gone' : 'Not Found'}`;
  return [`${status}, and a page that reads “`, foreign(words ?? ''), `”${keptItemId === null ? '' : ', kept'}`];
}
