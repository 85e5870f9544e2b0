import { randomUUID } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import { toErrorData } from '#shared/errors.ts';
import { errorWords } from '#shared/error-words.ts';
import type { ExportedFile, ExportedItem } from '#shared/model/case-file.ts';
import type { Passage } from '#shared/model/passages.ts';
import type { CaseContext } from '../../../context.ts';
import { openSource } from '../../../media/media-source.ts';
import { WorkerSession } from '../../../worker/worker-session.ts';
import { code, openFile, type Words } from '../blocks.ts';
import type { GraphicPictures, Numbers } from '../report-input.ts';
import { clock, titleOf } from '../sections/record-words.ts';
import type { Gathered } from '../../gather-case.ts';
import type { CropAnswer, CropTask, DrawnCrop } from './draw-crops.ts';
import { picturePlan, type PicturePlan, type ReportPicture } from './picture-plan.ts';
import { takeStill } from './take-still.ts';

export type PictureWork = {
  gathered: Gathered;
  numbers: Numbers;
  graphic: GraphicPictures;
  signal: AbortSignal;
  /** Told before each picture how many there are. */
  onPicture: (pictures: number) => void;
};

const LIMITS = { timeLimitMs: 60_000, heapMegabytes: 1024 };
type Session = WorkerSession<CropTask, CropAnswer>;

/**
 * A picture of each passage that a claim stands on, or in words why there is none: a damaged, locked or missing file
 * ends that picture, not the report. AbortError when the signal fired.
 */
export async function makePictures(ctx: CaseContext, work: PictureWork): Promise<Map<string, ReportPicture>> {
  const { gathered, signal } = work;
  const cited = [...new Set(gathered.claims.flatMap(({ evidence }) => evidence.map(({ passageId }) => passageId)))];
  const passages = cited.flatMap((id) => gathered.passages.get(id) ?? []);
  const session: Session = new WorkerSession('crop', { ...LIMITS, signal });
  const pictures = new Map<string, ReportPicture>();
  try {
    for (const passage of passages) {
      signal.throwIfAborted();
      work.onPicture(passages.length);
      const item = gathered.items.get(passage.itemId);
      if (item !== undefined) pictures.set(passage.id, await pictureOf(ctx, session, { passage, item }, work));
    }
  } finally {
    await session.close();
  }
  return pictures;
}

type Subject = { passage: Passage; item: ExportedItem };

async function pictureOf(ctx: CaseContext, session: Session, subject: Subject, work: PictureWork): Promise<ReportPicture> {
  const plan = picturePlan(subject.passage, subject.item, work.graphic);
  if (plan.how === 'none') return { made: [], why: plan.why };
  try {
    return asPicture(subject, plan, await draw(ctx, session, plan, work.signal), work.numbers);
  } catch (error) {
    work.signal.throwIfAborted();
    return { made: [], why: `No picture: ${errorWords(toErrorData(error)).title}` };
  }
}

async function draw(
  ctx: CaseContext,
  session: Session,
  plan: Exclude<PicturePlan, { how: 'none' }>,
  signal: AbortSignal,
): Promise<CropAnswer> {
  const { path, size } = await ctx.store.locate(plan.file.sha256);
  if (plan.how !== 'still') {
    const { file: _, ...rest } = plan;
    return session.run({ ...rest, path, size });
  }
  const still = await ctx.store.stagingPath(`${randomUUID()}.png`);
  try {
    await takeStill({ source: await openSource(ctx, plan.file.id, signal), time: plan.time, output: still, signal });
    return await session.run({ how: 'picture', areas: plan.areas, path: still, size: (await stat(still)).size });
  } finally {
    await rm(still, { force: true });
  }
}

function asPicture(
  { passage, item }: Subject,
  plan: Exclude<PicturePlan, { how: 'none' }>,
  { crops, more, problem }: CropAnswer,
  numbers: Numbers,
): ReportPicture {
  const number = numbers.passages.get(passage.id) ?? passage.id;
  const made = crops.map((crop, at) => ({
    file: `data/report/${number}${at === 0 ? '' : `-${at + 1}`}.jpg`,
    width: crop.width,
    height: crop.height,
    alt: `${number}: ${placeWords(plan, crop)} of ${titleOf(item)}`,
    caption: caption(number, plan, crop),
    jpeg: crop.jpeg,
  }));
  const rest =
    more === 0
      ? null
      : `The passage goes on over ${more} more ${more === 1 ? 'page' : 'pages'} that ${more === 1 ? 'is' : 'are'} not shown here.`;
  return { made, why: problem === null ? rest : made.length === 0 ? `No picture: ${problem}.` : problem };
}

function caption(number: string, plan: { how: string; file: ExportedFile } & Partial<{ time: number }>, crop: DrawnCrop): Words {
  const marks = crop.marked ? 'The marks are not in the file.' : plan.how === 'still' ? '' : 'The place on it is not known and not marked.';
  return [
    `${number}, ${placeWords(plan, crop)} of `,
    openFile(plan.file.path, plan.file.path.split('/').at(-1) ?? ''),
    ' ',
    code(`SHA-256 ${plan.file.sha256.slice(0, 16)}…`),
    ` ${marks}`,
  ];
}

function placeWords({ how, time }: { how: string } & Partial<{ time: number }>, { page }: DrawnCrop): string {
  if (how === 'still') return `the frame shown at ${clock(time ?? 0)}`;
  if (how === 'pdf-words') return `page ${page ?? 1} of the browser's print`;
  if (how === 'element') return 'a picture in the frozen page';
  return page === null ? 'part' : `page ${page}`;
}
