import type { RowFate } from '#shared/model/tables.ts';

const fates: Record<RowFate, string> = { new: 'new', updates: 'changed', unchanged: 'unchanged', skipped: 'skipped', refused: 'refused' };

/** What the command line says of tables. */
export const tableCliWords = {
  summary: 'claims, incidents or parties to a CSV or JSON file, and from one',
  columns: (sets: string) => `one of ${sets}; holdfast, which loses nothing, when it is not said`,
  filter: 'export only those with these words',
  dryRun: 'import: tell what would become of each row, and write nothing',
  skipKnown: 'import: leave what the case has as it is',
  rowsThatHold: 'import the rows that can be, though others cannot',
  createParties: 'import: make parties that nobody knows',
  map: 'import: “Theirs=column; Other=”: which column is which; nothing after = leaves it out',
  encoding: (known: string) => `import: what the file is written in, where it is guessed wrong: ${known}`,
  wrongUse: (usage: string) => `Something is missing or unknown: tables ${usage}`,
  wrongMap: '--map takes pairs such as “Akt=act; Farbe=”.',
  oneOf: (name: string, known: string) => `--${name} takes one of ${known}.`,
  wrote: (path: string, rows: string, size: string) => `Wrote ${path} (${rows}, ${size})`,
  schema: (path: string) => `schema   ${path}`,
  notCarried: (set: string, fields: string) => `Not carried by the ${set} columns: ${fields}`,
  refused: (line: number, name: string, column: string, problem: string) =>
    `line ${line}  ${name}${column === '' ? '' : `  [${column}]`}  ${problem}`,
  guessed: (encoding: string) => `The encoding is guessed: ${encoding}. Look whether names read right; --encoding says another.`,
  notTaken: (names: string) => `Read and not taken: ${names}`,
  ownWords: (names: string) => `Words of the case’s own: ${names}`,
  newParties: (names: string) => `Parties made: ${names}`,
  formulas: (rows: string) => `${rows} with cells that a spreadsheet would run; they are kept as text.`,
  summed: (rows: string, counts: string, isTrial: boolean) =>
    `${rows}${counts === '' ? '' : `: ${counts}`}.${isTrial ? ' Nothing was written.' : ''}`,
  fates,
};
