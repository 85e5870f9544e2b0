import type { SalvageReport } from '#shared/model/backup.ts';

/** SALVAGE.txt: the report for a person, complete, in the order in which it matters. */
export function salvageText(report: SalvageReport): string {
  const { database, journal, blobs, tables } = report;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return [
    `What was saved of ${report.from}`,
    `on ${report.at} into ${report.folder}. The damaged folder was only read.`,
    '',
    identityWords[report.identity],
    ...report.notes.map(({ code, facts }) => noteWords[code](facts)),
    '',
    'THE DATABASE',
    database.size === null
      ? 'There was none.'
      : `${database.pages} pages of ${database.pageSize} bytes; ${database.cutOff} cut off, ${database.unreadable.length} unreadable${database.unreadable.length === 0 ? '' : ` (${database.unreadable.join(', ')})`}; ${database.walFrames} frames of the write-ahead log used.`,
    `${rows} rows read, ${journal.entries} of them journal entries.`,
    ...journal.gaps.map(({ from, to }) => `Journal entries ${from === to ? from : `${from} to ${to}`} are gone.`),
    'Entries lost at the very end are known of only where a seal covered them.',
    ...report.sealsBeyond.map(
      ({ treeSize, at }) =>
        `The seal over ${String(treeSize)} entries, made ${String(at)}, covers entries that are gone. It stands in salvage.json.`,
    ),
    '',
    ...tables.flatMap(tableLines),
    ...report.dangling.map(({ table, id, parent }) => `${table} ${id} points at a ${parent} that is gone.`),
    '',
    'KEPT FILES',
    `${blobs.kept} whole, ${blobs.bytes} bytes: each hashes to its name.`,
    ...blobs.lost.map(
      ({ sha256, problem, itemIds }) => `${problem.toUpperCase()}  ${sha256}${itemIds.length === 0 ? '' : `  of ${itemIds.join(', ')}`}`,
    ),
    ...(blobs.unexplained.length === 0 ? [] : ['Whole, but nothing says any more what they are:', ...blobs.unexplained]),
    '',
    'Altered files lie in altered/ under the names they had. They are not evidence of anything.',
    '',
  ].join('\n');
}

const identityWords: Record<SalvageReport['identity'], string> = {
  kept: 'The case keeps its identity.',
  journal: 'The case’s own row was gone; it was read out of the journal’s first entry.',
  new: 'What the case was called is gone. It was given a new identity, which is not that of the damaged case.',
  none: 'There is no database, so no case could be made: only files were saved.',
};

const noteWords: Record<SalvageReport['notes'][number]['code'], (facts: SalvageReport['notes'][number]['facts']) => string> = {
  'no-database': () => 'case.sqlite was not there.',
  'older-copies': ({ names }) => `backups/ in the damaged folder holds older copies of case.sqlite: ${String(names)}. Keep them.`,
  'no-schema': () => 'The part of the database that says where each table begins was damaged.',
  'no-wal': () => 'There was no usable write-ahead log beside case.sqlite; the newest acts may have been in it.',
};

function tableLines({ table, rows, unlinked, refused, lost }: SalvageReport['tables'][number]): string[] {
  if (rows === 0 && refused.length === 0 && lost.length === 0) return [];
  return [
    `${table}: ${rows} read${unlinked === 0 ? '' : `, ${unlinked} of them from pages that nothing pointed to`}, ${refused.length} unreadable, ${lost.length} known and gone`,
    ...refused.map((name) => `    unreadable  ${name}`),
    ...lost.map((name) => `    gone        ${name}`),
  ];
}
