import { resolve } from 'node:path';
import type { CallInput } from '#shared/contract.ts';
import {
  columnSets,
  rowFates,
  tableEncodings,
  tableKinds,
  type ColumnSet,
  type TableFate,
  type TableKind,
  type TableRead,
} from '#shared/model/tables.ts';
import { rowWords, tableFieldWords } from '#shared/table-words.ts';
import { tableCliWords as words } from '../table-cli-words.ts';
import { UsageError, type Command, type ExitStatus, type Invocation } from '../command.ts';
import { bytes, counted, plain } from '../terminal-text.ts';
import { jobOf } from './case-commands.ts';

/** Claims, incidents and parties to a table and from one. */
export const tables: Command = {
  usage: `export|import ${tableKinds.join('|')} FILE`,
  summary: words.summary,
  options: {
    columns: { type: 'string', words: words.columns(columnSets.join(', ')) },
    words: { type: 'string', words: words.filter },
    'dry-run': { type: 'boolean', words: words.dryRun },
    'skip-known': { type: 'boolean', words: words.skipKnown },
    'rows-that-hold': { type: 'boolean', words: words.rowsThatHold },
    'create-parties': { type: 'boolean', words: words.createParties },
    map: { type: 'string', words: words.map },
    encoding: { type: 'string', words: words.encoding(tableEncodings.join(', ')) },
  },
  least: 3,
  most: 3,
  async run(invocation) {
    const [verb = '', kind = '', file = ''] = invocation.positionals;
    const of = tableKinds.find((one) => one === kind);
    if (of === undefined || (verb !== 'export' && verb !== 'import')) throw new UsageError(words.wrongUse(tables.usage));
    const asked: Asked = {
      invocation,
      of,
      path: resolve(invocation.host.cwd, file),
      columns: oneOf(invocation, 'columns', columnSets) ?? 'holdfast',
    };
    return verb === 'export' ? exportOne(asked) : importOne(asked);
  },
};

type Asked = { invocation: Invocation; of: TableKind; path: string; columns: ColumnSet };

function oneOf<Word extends string>({ options }: Invocation, name: string, known: readonly Word[]): Word | undefined {
  const given = options[name];
  const found = known.find((word) => word === given);
  if (given !== undefined && found === undefined) throw new UsageError(words.oneOf(name, known.join(', ')));
  return found;
}

async function exportOne({ invocation, of, path, columns }: Asked): Promise<ExitStatus> {
  const { host, options, answer } = invocation;
  const format = /\.json$/i.test(path) ? 'json' : 'csv';
  const filter = typeof options['words'] === 'string' ? { words: options['words'] } : {};
  await invocation.openCase('any');
  const written = await host.engine.call('tables.export', { of, format, columns, path, filter, ...jobOf(invocation) });
  answer(written, () => [
    words.wrote(plain(written.path), counted(written.rows, 'row'), bytes(written.bytes)),
    `SHA-256  ${written.sha256}`,
    ...(written.schemaPath === null ? [] : [words.schema(plain(written.schemaPath))]),
    ...(written.notCarried.length === 0
      ? []
      : [
          words.notCarried(
            columns,
            written.notCarried.map(({ field, rows }) => `${tableFieldWords(field)} (${counted(rows, 'row')})`).join(', '),
          ),
        ]),
  ]);
  return 0;
}

async function importOne({ invocation, of, path, columns }: Asked): Promise<ExitStatus> {
  const { host, options, answer } = invocation;
  const dryRun = options['dry-run'] === true;
  const encoding = oneOf(invocation, 'encoding', tableEncodings);
  const input: CallInput<'tables.import'> = {
    path,
    of,
    columns,
    dryRun,
    onConflict: options['skip-known'] === true ? 'skip' : 'update',
    onlyRowsThatHold: options['rows-that-hold'] === true,
    createParties: options['create-parties'] === true,
    mapping: mappingIn(options['map']),
    ...(encoding === undefined ? {} : { encoding }),
  };
  await invocation.openCase(dryRun ? 'any' : 'write');
  const read = await host.engine.call('tables.import', { ...input, ...jobOf(invocation) });
  const refused = await refusedRows(invocation, read);
  answer({ ...read, refused }, () => [...refused.flatMap(refusedLines), ...readLines(read)]);
  return read.counts.refused === 0 ? 0 : 1;
}

/** `THEIRS=known; Other=`: which column of the file is which; nothing after the sign leaves it out. */
function mappingIn(text: string | boolean | undefined): Record<string, string> {
  if (typeof text !== 'string') return {};
  const pairs = text.split(';').map((pair) => pair.split('='));
  if (pairs.some((pair) => pair.length !== 2)) throw new UsageError(words.wrongMap);
  return Object.fromEntries(pairs.map(([theirs = '', known = '']) => [theirs.trim(), known.trim()]));
}

/** Rows told one by one; the counts tell of all. */
const TOLD = 1000;

async function refusedRows({ host }: Invocation, { trialId, counts }: TableRead): Promise<TableFate[]> {
  if (counts.refused === 0) return [];
  return (await host.engine.call('tables.fates', { trialId, fate: 'refused', limit: TOLD })).rows;
}

function refusedLines({ line, name, problems }: TableFate): string[] {
  return problems.map((one) => words.refused(line, plain(name), plain(one.column ?? ''), plain(rowWords(one))));
}

function readLines(read: TableRead): string[] {
  const counts = rowFates.flatMap((fate) =>
    read.counts[fate] === 0 ? [] : [`${read.counts[fate].toLocaleString('en')} ${words.fates[fate]}`],
  );
  const guess = read.isEncodingGuessed ? [words.guessed(read.encoding)] : [];
  const list = (names: readonly string[], say: (names: string) => string) =>
    names.length === 0 ? [] : [say(plain(names.slice(0, 20).join(', ')))];
  return [
    ...guess,
    ...list(read.notTaken, words.notTaken),
    ...list(read.ownWords, words.ownWords),
    ...list(read.newParties, words.newParties),
    ...(read.formulaRows === 0 ? [] : [words.formulas(counted(read.formulaRows, 'row'))]),
    words.summed(counted(read.rows, 'row'), counts.join(', '), read.isTrial),
  ];
}
