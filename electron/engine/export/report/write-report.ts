import type { CaseContext } from '../../context.ts';
import type { BagWriter } from '../bag-writer.ts';
import type { Gathered } from '../gather-case.ts';
import { exhibitNumbers } from './exhibit-numbers.ts';
import { gatherSeals } from './gather-seals.ts';
import { reportHtml } from './html-writer.ts';
import { makePdf } from './pdf/make-pdf.ts';
import { makePictures } from './pictures/make-pictures.ts';
import { reportBlocks } from './report-blocks.ts';
import type { GraphicPictures, ReportInput } from './report-input.ts';

/** `onPicture` is told before each picture how many there are. */
export type ReportWork = { graphic: GraphicPictures; signal: AbortSignal; onPicture: (pictures: number) => void };

/**
 * Writes data/report/: the pictures of passages, report.html and report.pdf. `ctx.read` should be the view `gathered` was
 * read from. Comes after the rest of the payload, so that it links to no file that is not there.
 */
export async function writeReport(ctx: CaseContext, bag: BagWriter, gathered: Gathered, work: ReportWork): Promise<void> {
  const { graphic, signal, onPicture } = work;
  const numbers = await exhibitNumbers(ctx);
  const pictures = await makePictures(ctx, { gathered, numbers, graphic, signal, onPicture });
  const input: ReportInput = {
    gathered,
    claims: new Map(gathered.claims.map((claim) => [claim.id, claim])),
    numbers,
    seals: await gatherSeals(ctx, (path) => bag.has(path)),
    pictures,
    graphic,
    asOf: await lastEntryAt(ctx, gathered),
  };
  const blocks = reportBlocks(input);
  const { title } = gathered.record;
  const made = [...pictures.values()].flatMap((picture) => picture.made);
  for (const { file, jpeg } of made) await bag.addBytes(file, jpeg, false);
  await bag.addText('data/report/report.html', reportHtml(title, blocks));
  const jpegs = new Map(made.map(({ file, jpeg }) => [file, jpeg]));
  await bag.addBytes('data/report/report.pdf', await makePdf({ title, asOf: input.asOf, blocks, pictures: jpegs, signal }), false);
}

async function lastEntryAt(ctx: CaseContext, { record }: Gathered): Promise<string> {
  const row = await ctx.read.selectFrom('journal').select('at').where('seq', '=', record.journal.entries).executeTakeFirst();
  return row?.at ?? record.createdAt;
}
