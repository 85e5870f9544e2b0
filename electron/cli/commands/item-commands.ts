import { resolve } from 'node:path';
import { errorWords } from '#shared/error-words.ts';
import type { ErrorData } from '#shared/errors.ts';
import { itemType, type ArchivePages, type ImportOutcome, type Item, type ItemType } from '#shared/model/items.ts';
import type { Passage } from '#shared/model/passages.ts';
import { cliWords as words } from '../cli-words.ts';
import { UsageError, type Command, type Invocation } from '../command.ts';
import { bytes, counted, plain, table } from '../terminal-text.ts';
import { jobOf } from './case-commands.ts';

export const importFiles: Command = {
  usage: 'PATH...',
  summary: 'keep files and whole folders in the case',
  least: 1,
  most: Infinity,
  async run(invocation) {
    const { host, positionals, json } = invocation;
    await invocation.openCase('write');
    const paths = positionals.map((path) => resolve(host.cwd, path));
    const { outcomes } = await host.engine.call('items.import', { paths, ...jobOf(invocation) });
    for (const outcome of outcomes) host.out(json ? JSON.stringify(outcome) : importWords(outcome));
    const kept = outcomes.filter(({ fate }) => fate === 'kept' || fate === 'already-kept').length;
    if (!json) host.out(`${counted(kept, 'file')} of ${outcomes.length.toLocaleString('en')} in the case.`);
    return kept === outcomes.length ? 0 : 1;
  },
};

function importWords(outcome: ImportOutcome): string {
  const path = plain(outcome.path);
  switch (outcome.fate) {
    case 'kept':
      return `kept          ${outcome.type.padEnd(8)}  ${outcome.itemId}  ${path}${pagesWords(outcome)}`;
    case 'already-kept':
      return `already kept            ${outcome.itemId}  ${path}`;
    case 'refused':
      return `refused       ${errorLine(outcome.error as ErrorData)}${pagesWords(outcome)}`;
    case 'cancelled':
      return `cancelled     ${path}${pagesWords(outcome)}`;
  }
}

/** What became of the pages of an archive. */
function pagesWords({ pages }: { pages?: ArchivePages | undefined }): string {
  return pages === undefined ? '' : `  ${words.archivePages(pages.added, pages.before, pages.inArchive)}`;
}

/** An error as one line for a terminal. */
export function errorLine(error: ErrorData): string {
  const { title, remedy } = errorWords(error);
  return plain(`${title} ${remedy}`);
}

export const list: Command = {
  usage: '[--type TYPE] [--words WORDS] [--limit N]',
  summary: 'the items of the case, newest first',
  options: {
    type: { type: 'string', words: `one of ${itemType.options.join(', ')}` },
    words: { type: 'string', words: 'only those with these words in title, source or name' },
    limit: { type: 'string', words: 'at most so many (200)' },
  },
  least: 0,
  most: 0,
  async run(invocation) {
    const { host, options, answer } = invocation;
    const type = itemType.optional().safeParse(options['type']);
    const limit = Number(options['limit'] ?? 200);
    if (!type.success || !(limit >= 1)) throw new UsageError(words.tooFew(list.usage));
    await invocation.openCase('read');
    const types: { types?: ItemType[] } = type.data === undefined ? {} : { types: [type.data] };
    const filter = typeof options['words'] === 'string' ? { words: options['words'] } : {};
    const page = await host.engine.call('items.list', { ...types, ...filter, limit: Math.min(1000, Math.floor(limit)) });
    answer(page, () => [
      ...table(
        page.rows.map((row) => [
          row.id,
          row.type,
          row.proof,
          row.capturedAt.slice(0, 16).replace('T', ' '),
          counted(row.passages, 'passage'),
          row.title,
        ]),
      ),
      `${page.rows.length} of ${counted(page.total, 'item')}.`,
    ]);
    return 0;
  },
};

export const show: Command = {
  usage: 'ITEM',
  summary: 'one item: what it is, its files and hashes, its passages',
  least: 1,
  most: 1,
  async run(invocation) {
    const { host, positionals, answer } = invocation;
    await invocation.openCase('read');
    const id = positionals[0] ?? '';
    const item = await host.engine.call('items.get', { id });
    const { rows: passages } = await host.engine.call('passages.list', { itemId: id });
    answer({ ...item, passageList: passages }, () => [
      ...itemLines(item),
      ...(passages.length === 0 ? [] : ['', 'Passages']),
      ...table(passages.map((passage) => [passage.id, passage.state, quoteOf(passage)])),
    ]);
    return 0;
  },
};

/** Words that a program read are named as such. */
function quoteOf({ quote, kind, textKind }: Passage): string {
  if (quote === '') return kind;
  return textKind === 'ocr' ? `“${quote}” ${words.readByOcr}` : `“${quote}”`;
}

function itemLines(item: Item): string[] {
  const facts: [string, string | null][] = [
    ['title', item.title],
    ['item', item.id],
    ['type', item.type],
    ['source', item.source],
    ['address', item.sourceUrl],
    [item.method === 'capture' ? 'captured' : 'imported', item.capturedAt],
    ['state', item.proof],
    ['note', item.given.note],
  ];
  return [
    ...table(facts.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value]]))),
    '',
    'Files',
    ...table(item.files.map((file) => [file.role, file.sha256, bytes(file.size), file.name])),
  ];
}

export const search: Command = {
  usage: 'WORDS',
  summary: 'look for words in items, passages and claims',
  options: { limit: { type: 'string', words: 'at most so many (50)' } },
  least: 1,
  most: Infinity,
  async run(invocation: Invocation) {
    const { host, positionals, options, answer } = invocation;
    const limit = Number(options['limit'] ?? 50);
    if (!(limit >= 1)) throw new UsageError(words.tooFew(`search ${search.usage}`));
    await invocation.openCase('read');
    const page = await host.engine.call('search.query', { words: positionals.join(' '), limit: Math.min(1000, Math.floor(limit)) });
    const mark = (part: { text: string; match: boolean }) => (part.match ? `[${part.text}]` : part.text);
    answer(page, () => [
      ...page.rows.flatMap((hit) => [
        ...table([[hit.kind, hit.id, hit.title]]),
        `    ${plain(hit.excerpt.map(mark).join('').replace(/\s+/g, ' '))}`,
      ]),
      `${page.rows.length} of ${counted(page.total, 'place')}.`,
    ]);
    return 0;
  },
};
