/** Full-text search and the library over many items, against grep over the same words in one file. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCase } from '../electron/engine/case/open-case.ts';
import { keyFolder, writerKeyIn } from '../electron/engine/keys/key-folder.ts';
import { closeCase, requireCase } from '../electron/engine/case/handlers.ts';
import type { CaseContext, EngineState } from '../electron/engine/context.ts';
import { systemPorts } from '../electron/engine/system-ports.ts';
import { caseHandlers } from '../electron/engine/handlers.ts';
import { keepItem } from '../electron/engine/items/keep-item.ts';
import { Jobs } from '../electron/engine/jobs/jobs.ts';
import { contract } from '../shared/contract.ts';
import { inTemporaryFolder, printRows, RUNS, seconds, setting, shell, type Row } from './measure.ts';

const ITEMS = setting('ITEMS', 10_000);
const vocabulary = Array.from({ length: 5000 }, (_, at) => `word${((at * 7919) % 5000).toString(36)}`);

/** Words fall off as they do in speech: few are everywhere, most are rare. */
function textOf(item: number): string {
  const words = Array.from({ length: 300 }, (_, at) => vocabulary[Math.floor(5000 ** (((item * 31 + at * 17) % 997) / 997)) - 1] ?? 'and');
  return `${words.join(' ')} exhumed ${item}${item % 1000 === 0 ? ' hapax' : ''}`;
}

async function fill(ctx: CaseContext): Promise<void> {
  // One blob for all: what is measured is the database, not the disk.
  const blob = await ctx.store.keepBytes('the same bytes');
  for (let item = 0; item < ITEMS; item += 1) {
    await keepItem(ctx, {
      type: 'document',
      title: `Statement ${item}`,
      source: 'bench',
      sourceUrl: null,
      language: null,
      originalName: `${item}.txt`,
      method: 'import',
      capturedAt: new Date(1_540_000_000_000 + item * 1000).toISOString(),
      gaps: [],
      facts: {},
      files: [{ key: 'original', role: 'original', blob, name: `${item}.txt`, mediaType: 'text/plain' }],
      text: { fileKey: 'original', text: textOf(item), map: { kind: 'plain' } },
    });
  }
}

async function measure(ctx: CaseContext, folder: string): Promise<Row[]> {
  const grep = (words: string) => seconds(() => shell(`grep -c '${words}' all.txt`, folder));
  const search = (words: string) =>
    seconds(() => caseHandlers['search.query'](ctx, contract['search.query'].input.parse({ words, limit: 50 })));
  const list = (input: object) => seconds(() => caseHandlers['items.list'](ctx, contract['items.list'].input.parse(input)));
  const [everywhere, rare] = [await grep('exhumed'), await grep('hapax')];
  return [
    { what: 'search, a word in every item', ours: await search('exhumed'), against: 'grep -c', theirs: everywhere },
    { what: 'search, a rare word', ours: await search('hapax'), against: 'grep -c', theirs: rare },
    { what: 'search, two words', ours: await search('exhumed hapax'), against: 'grep -c', theirs: rare },
    { what: 'library, first page', ours: await list({}), against: 'grep -c', theirs: rare },
    { what: 'library, last page by title', ours: await list({ sort: 'title', offset: ITEMS - 200 }), against: 'grep -c', theirs: rare },
  ];
}

await inTemporaryFolder(async (folder) => {
  const emit = () => {};
  const migrations = join(import.meta.dirname, '../migrations');
  const engine: EngineState = {
    open: null,
    jobs: new Jobs(emit, systemPorts.newId),
    ports: systemPorts,
    settings: { actor: 'bench', migrations, version: 'bench', writerKey: writerKeyIn(keyFolder()) },
    emit,
  };
  engine.open = await createCase(engine, join(folder, 'case'), 'Benchmark');
  try {
    await fill(requireCase(engine));
    writeFileSync(join(folder, 'all.txt'), Array.from({ length: ITEMS }, (_, item) => textOf(item)).join('\n'));
    printRows(`${ITEMS} items of 300 words; median of ${RUNS} runs`, await measure(requireCase(engine), folder));
  } finally {
    await closeCase(engine);
  }
});
