import { gapWords } from '#shared/import-words.ts';
import type { ExportedItem } from '#shared/model/case-file.ts';
import { code, facts, foreign, joinedBy, leadTo, openFile, type Block, type Span, type Words } from '../blocks.ts';
import { sealWords, timestampWords } from '../proof-words.ts';
import type { ReportInput } from '../report-input.ts';
import { countWords, exhibitLink, originalOf, titleOf } from './record-words.ts';

/** A table of all exhibits, then each with its files and hashes. */
export function exhibitSections(input: ReportInput): Block[] {
  const items = [...input.gathered.items.values()];
  if (items.length === 0)
    return [
      { is: 'heading', level: 2, anchor: 'exhibits', words: 'Index of exhibits', listed: true },
      { is: 'text', words: 'No source is part of this case file.' },
    ];
  const passages = passagesByItem(input);
  return [
    { is: 'heading', level: 2, anchor: 'exhibits', words: 'Index of exhibits', listed: true },
    {
      is: 'table',
      caption: countWords(items.length, 'exhibit'),
      columns: [
        { head: 'Exhibit', share: 10 },
        { head: 'Title', share: 34 },
        { head: 'Kind', share: 11 },
        { head: 'Kept', share: 15 },
        { head: 'SHA-256 of the original', share: 30 },
      ],
      rows: items.map((item) => [
        leadTo(`item-${item.id}`, numberOf(item, input)),
        foreign(titleOf(item)),
        item.type,
        item.capturedAt.slice(0, 10),
        code(originalOf(item)?.sha256 ?? ''),
      ]),
    },
    ...items.map((item) => exhibit(item, input, passages.get(item.id) ?? '')),
  ];
}

function numberOf(item: ExportedItem, { numbers }: ReportInput): string {
  return numbers.items.get(item.id) ?? 'E-000';
}

function exhibit(item: ExportedItem, input: ReportInput, passages: Words): Block {
  const original = originalOf(item);
  const earlierId = input.gathered.versions.find((link) => link.itemId === item.id)?.earlierId;
  return {
    is: 'group',
    kind: 'exhibit',
    blocks: [
      { is: 'heading', level: 3, anchor: `item-${item.id}`, words: [`${numberOf(item, input)}. `, foreign(titleOf(item))], listed: false },
      ...(item.completeness === 'partial'
        ? [{ is: 'text', quiet: true, words: `Not whole. ${item.gaps.map(gapWords).join(' ')}` } as const]
        : []),
      facts([
        ['Kind', item.type],
        ['Source', foreign(item.given.source ?? item.source)],
        ['Address', item.sourceUrl === null ? null : code(item.sourceUrl)],
        ['Name', item.originalName === null ? null : foreign(item.originalName)],
        [item.method === 'capture' ? 'Captured' : 'Imported', item.capturedAt],
        ['Newer version of', earlierId === undefined ? null : exhibitLink(earlierId, input)],
        ['Published', item.given.publishedAt],
        ['Note', foreign(item.given.note ?? '')],
        ['Graphic', item.given.graphic ? 'yes' : null],
        ['SHA-256', original === undefined ? null : code(original.sha256)],
        ['SHA-1, MD5', original === undefined ? null : code(`${original.sha1} ${original.md5}`)],
        ['Journal', `no. ${item.journalEntry}`],
        ['Seal', sealWords(item.journalEntry, input)],
        ['Timestamp', timestampWords(item.journalEntry, input)],
        ['Passages', passages],
        ['Item', code(item.id)],
      ]),
      {
        is: 'table',
        caption: 'Files',
        columns: [
          { head: 'File', share: 34 },
          { head: 'What it is', share: 28 },
          { head: 'Bytes', share: 12, numeric: true },
          { head: 'SHA-256', share: 26 },
        ],
        rows: item.files.map((file) => [
          openFile(file.path, file.path.split('/').at(-1) ?? file.path),
          `${file.role}${file.tool === null ? '' : `, made by ${file.tool} ${file.toolVersion ?? ''}`}`,
          file.size.toLocaleString('en'),
          code(`${file.sha256.slice(0, 16)}…`),
        ]),
      },
    ],
  };
}

/** For each item the passages that claims stand on, and how many more were marked. */
function passagesByItem({ gathered, numbers }: ReportInput): Map<string, Words> {
  const cited = new Map(gathered.claims.flatMap(({ evidence }) => evidence.map((link) => [link.passageId, link.id] as const)));
  const marked = Map.groupBy(gathered.passages.values(), ({ itemId }) => itemId);
  return new Map(
    [...marked].map(([itemId, passages]) => {
      const links = passages.flatMap(({ id }): Span[] => {
        const link = cited.get(id);
        return link === undefined ? [] : [leadTo(`evidence-${link}`, numbers.passages.get(id) ?? 'one')];
      });
      const more = passages.length - links.length;
      const rest = more === 0 ? '' : `${links.length === 0 ? '' : ' and '}${more} that no claim stands on`;
      return [itemId, [...joinedBy(links, ', '), rest]];
    }),
  );
}
