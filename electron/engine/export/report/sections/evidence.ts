import type { ExportedItem } from '#shared/model/case-file.ts';
import type { EvidenceLink } from '#shared/model/claims.ts';
import type { Passage } from '#shared/model/passages.ts';
import { code, facts, foreign, leadTo, openFile, type Block, type Words } from '../blocks.ts';
import { sealWords, timestampWords } from '../proof-words.ts';
import type { ReportInput } from '../report-input.ts';
import { languageOfWords, textOriginWords } from '../text-origin.ts';
import { WITHHELD } from './withheld.ts';
import { clock, originalOf, titleOf } from './record-words.ts';

/** One passage under a claim. */
export function evidenceSection(link: EvidenceLink, input: ReportInput): Block {
  const { gathered, numbers } = input;
  const passage = gathered.passages.get(link.passageId);
  const item = passage === undefined ? undefined : gathered.items.get(passage.itemId);
  const number = numbers.passages.get(link.passageId) ?? 'A passage';
  const anchor = `evidence-${link.id}`;
  if (passage === undefined || item === undefined)
    return {
      is: 'group',
      kind: 'evidence',
      blocks: [
        { is: 'heading', level: 4, anchor, words: number, listed: false },
        { is: 'text', quiet: true, words: heldBack(link.passageId, input) },
      ],
    };
  return {
    is: 'group',
    kind: 'evidence',
    blocks: [
      { is: 'heading', level: 4, anchor, words: [`${number} ${link.stance}`, ...whereWords(passage)], listed: false },
      ...(link.note === '' ? [] : [{ is: 'text', words: foreign(link.note) } as const]),
      ...quotation(passage, item),
      ...pictureBlocks(passage, input),
      proof(passage, item, input),
    ],
  };
}

/** Why a passage is not here, where a reason was given. */
function heldBack(passageId: string, { gathered: { withheld } }: ReportInput): Words {
  const reason = withheld.get(passageId);
  if (reason === undefined) return 'A passage that is not part of this case file.';
  return ['Held back: ', foreign(reason), '. That it is part of the sealed case is proved in ', openFile(WITHHELD, 'withheld.json'), '.'];
}

function quotation(passage: Passage, item: ExportedItem): Block[] {
  if (passage.quote === '') return [{ is: 'text', quiet: true, words: 'A marked area, without words.' }];
  const around = passage.selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const notes = [textOriginWords(item, passage), ocrWords(passage), stateWords(passage)].filter((note) => note !== null);
  return [
    {
      is: 'quote',
      text: passage.quote,
      before: around?.prefix ?? '',
      after: around?.suffix ?? '',
      language: languageOfWords(item, passage),
    },
    ...notes.map((words): Block => ({ is: 'text', quiet: true, words })),
    ...(passage.translation === null
      ? []
      : [
          {
            is: 'text',
            words: ['Translation, by ', foreign(passage.translator ?? 'somebody not named'), ': ', foreign(passage.translation)],
          } as const,
        ]),
  ];
}

/** Words a program read from a picture are named as such wherever they are quoted. */
function ocrWords({ textKind, textConfidence }: Passage): string | null {
  if (textKind !== 'ocr') return null;
  const sure = textConfidence === null ? '' : ` The program's confidence in these words: ${textConfidence} of 100.`;
  return `Read by OCR, may contain errors.${sure} What counts is the picture.`;
}

function stateWords({ state }: Passage): string | null {
  switch (state) {
    case 'exact':
      return null;
    case 'moved':
      return 'The words stand in the text, but not at the place that was noted.';
    case 'approximate':
      return 'The text has words much like these, not these very words.';
    case 'lost':
      return 'These words do not stand in the text any more.';
  }
}

function pictureBlocks({ id }: Passage, { pictures }: ReportInput): Block[] {
  const picture = pictures.get(id);
  if (picture === undefined) return [{ is: 'text', quiet: true, words: 'No picture: none was asked for.' }];
  return [
    ...picture.made.map(({ file, width, height, alt, caption }): Block => ({ is: 'picture', file, width, height, alt, caption })),
    ...(picture.why === null ? [] : [{ is: 'text', quiet: true, words: picture.why } as const]),
  ];
}

/** From the passage to the sealed bytes. */
function proof(passage: Passage, item: ExportedItem, input: ReportInput): Block {
  const file = item.files.find(({ id }) => id === passage.fileId) ?? originalOf(item);
  const text = item.files.find(({ id }) => id === (passage.textFileId ?? item.text?.fileId));
  const fileWords = (one: typeof file): Words | null =>
    one === undefined ? null : [openFile(one.path, one.path), ' ', code(`SHA-256 ${one.sha256}`)];
  return facts([
    ['Stands in', [leadTo(`item-${item.id}`, input.numbers.items.get(item.id) ?? 'the exhibit'), ', ', foreign(titleOf(item))]],
    ['File', fileWords(file)],
    [
      'Text',
      text === undefined || passage.start === null
        ? null
        : [openFile(text.path, text.path), `, characters ${passage.start} to ${passage.end} `, code(`SHA-256 ${text.sha256}`)],
    ],
    ['Journal', `source no. ${item.journalEntry}`],
    ['Seal', sealWords(item.journalEntry, input)],
    ['Timestamp', timestampWords(item.journalEntry, input)],
    ['Comment', foreign(passage.comment)],
  ]);
}

function whereWords({ page, from, to }: Passage): string[] {
  if (page !== null) return [`, page ${page}`];
  return from === null || to === null ? [] : [`, ${clock(from)} to ${clock(to)}`];
}
