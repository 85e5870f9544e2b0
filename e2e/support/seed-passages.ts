import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCase } from '#engine/case/open-case.ts';
import type { CaseContext, EngineState } from '#engine/context.ts';
import { systemPorts } from '#engine/system-ports.ts';
import { keyFolder, writerKeyIn } from '#engine/keys/key-folder.ts';
import { mutate } from '#engine/journal/mutate.ts';
import { Jobs } from '#engine/jobs/jobs.ts';
import { newPassage } from '#engine/passages/create-passage.ts';
import { keepOne } from '#engine/testing/import-one.ts';
import { makePdf } from '#engine/testing/make-pdf.ts';
import { root } from './launch.ts';

/** `bare`: the same words as `text` without a passage, to compare with. */
export type SeededPassages = { text: string; pdf: string; bare: string };

const subjects = ['The committee', 'A relative', 'The paper', 'A neighbour', 'The report'];
const line = (number: number) =>
  number % 7 === 3
    ? `قال الشاهد رقم ${number} إن نحو ${number * 3} جثة استُخرجت من المقبرة الجماعية قرب الملعب.`
    : `${subjects[number % subjects.length]!} said in statement ${number} that nearly ${number * 3} bodies were exhumed from the graves near the stadium.`;

/**
 * A case of one long text and one PDF of many pages, each with `count` passages, made by the engine itself. Every
 * fourth has a comment, every third tags.
 */
export async function seedPassages(
  folder: string,
  scratch: string,
  { count, pages }: { count: number; pages: number },
): Promise<SeededPassages> {
  const emit = () => {};
  const settings = { actor: 'seed', migrations: join(root, 'migrations'), version: 'test', writerKey: writerKeyIn(keyFolder()) };
  const engine: EngineState = { open: null, jobs: new Jobs(emit, systemPorts.newId), ports: systemPorts, settings, emit };
  const ctx = await createCase(engine, folder, 'Five thousand');
  // Made for one test and thrown away: nothing is lost if the machine stops half-way.
  ctx.writer?.raw.pragma('synchronous = OFF');
  try {
    const text = join(scratch, 'statements.txt');
    await writeFile(text, Array.from({ length: count }, (_, number) => line(number + 1)).join('\n'));
    const bare = join(scratch, 'bare.txt');
    await writeFile(bare, `Nothing marked\n${await readFile(text, 'utf8')}`);
    const pdf = join(scratch, 'report.pdf');
    const perPage = Math.ceil(count / pages);
    const page = (number: number) =>
      Array.from({ length: perPage }, (_, at) => `Line ${at + 1} of page ${number + 1} names ${(number + 1) * (at + 2)} bodies.`).join(
        '\n',
      );
    await writeFile(
      pdf,
      await makePdf(
        Array.from({ length: pages }, (_, number) => page(number)),
        { title: 'A long report' },
      ),
    );
    return { text: await mark(ctx, text, count), pdf: await mark(ctx, pdf, count), bare: await mark(ctx, bare, 0) };
  } finally {
    await ctx.close();
  }
}

/** Keeps a file and marks some words of each of its first `count` lines, in one transaction. */
async function mark(ctx: CaseContext, path: string, count: number): Promise<string> {
  const { item, text } = await keepOne(ctx, path);
  const words = text?.text ?? '';
  const made = [...words.matchAll(/[^\n]*\d[^\n]*/gu)].slice(0, count).map(({ index, 0: found }, number) => {
    const start = index + Math.min(4, found.length - 1);
    const end = Math.min(index + found.length, start + (number % 5 === 0 ? 90 : 30));
    const target = { start, end, quote: words.slice(start, end) };
    const tags = number % 3 === 0 ? ['figure', `group ${number % 12}`] : [];
    return newPassage(ctx, { item, text }, { ...target, comment: number % 4 === 0 ? `Compare with statement ${number + 1}.` : '', tags });
  });
  await mutate(
    ctx,
    made.map(({ act }) => act),
    async (trx) => {
      for (const { write } of made) await write(trx);
    },
  );
  return item.id;
}
