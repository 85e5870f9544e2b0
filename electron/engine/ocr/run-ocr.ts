import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { ItemFile } from '#shared/model/items.ts';
import type { OcrOutcome } from '#shared/model/ocr.ts';
import type { Facts } from '#shared/model/primitives.ts';
import type { CaseContext } from '../context.ts';
import { getItem } from '../items/get-item.ts';
import { keepDerived } from '../items/keep-derived.ts';
import { languageFiles, type FoundLanguage } from './find-languages.ts';
import { ocrText, type OcrText } from './ocr-text.ts';
import type { PageSource, ReadPage } from './page-model.ts';
import { ocrTextRule } from './read-page.ts';
import { readPages, type ReadPages } from './read-pages.ts';
import { segmentation } from './recogniser.ts';
import { coreVersion } from './tesseract-core.ts';

type Input = ParsedInput<'ocr.run'>;
const drawable = new Set(['image/jpeg', 'image/png', 'image/apng', 'image/gif', 'image/webp', 'image/avif', 'image/bmp']);

/**
 * Reads the words of a scanned PDF or a picture and keeps them as one derived text of the item. Nothing is kept of a run
 * that is cancelled, fails, or finds no word.
 * @throws HoldfastError not-found, blob-missing, ocr-source, ocr-pages, ocr-language, ocr-language-broken, ocr-picture,
 *   ocr-picture-large, pdf-password, pdf-damaged, helper-timeout, helper-failed, case-read-only; AbortError when cancelled
 */
export async function runOcr(ctx: CaseContext, input: Input): Promise<OcrOutcome> {
  if (ctx.writer === null) throw new HoldfastError('case-read-only', { folder: ctx.folder });
  const file = await fileToRead(ctx, input);
  const source: PageSource = { kind: file.kind, ...(await ctx.store.locate(file.sha256)) };
  const languages = await languageFiles(input.languages);
  return ctx.jobs.run({ id: input.jobId, kind: 'ocr', subject: file.name, unit: 'steps' }, async ({ signal, progress }) => {
    const read = await naming(file.name, () =>
      readPages(source, languages, input.pages ?? null, { signal, onPage: (done, total) => progress({ done, total }) }),
    );
    const text = ocrText(read.pages);
    signal.throwIfAborted();
    return outcomeOf(read, text, text.words.length === 0 ? null : await keepText(ctx, file, languages, read, text));
  });
}

/** The file meant: the one named, or the item's original. */
async function fileToRead(ctx: CaseContext, { itemId, fileId }: Input): Promise<ItemFile & Pick<PageSource, 'kind'>> {
  const { files } = await getItem(ctx, itemId);
  const file = files.find(({ id, role }) => (fileId === undefined ? role === 'original' : id === fileId));
  if (file === undefined) throw new HoldfastError('not-found', { kind: 'file', id: fileId ?? itemId });
  if (file.mediaType === 'application/pdf') return { ...file, kind: 'pdf' };
  if (drawable.has(file.mediaType)) return { ...file, kind: 'picture' };
  throw new HoldfastError('ocr-source', { path: file.name, mediaType: file.mediaType });
}

/** What fails in the thread knows a blob's path; a person knows the file by its name. */
async function naming<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HoldfastError) throw new HoldfastError(error.code, { ...error.facts, path: name }, error);
    throw error;
  }
}

async function keepText(
  ctx: CaseContext,
  file: ItemFile,
  languages: readonly FoundLanguage[],
  read: ReadPages,
  { text, words }: OcrText,
): Promise<string> {
  const [fileId] = await keepDerived(ctx, file.itemId, [
    {
      role: 'ocr',
      blob: await ctx.store.keepBytes(text),
      name: `${file.name.replace(/\.[^.]{1,5}$/, '')}.ocr.txt`,
      mediaType: 'text/plain',
      parentFileId: file.id,
      tool: { name: 'tesseract.js-core', version: coreVersion, parameters: parametersOf(languages, read) },
      text: { kind: 'ocr', language: languageTag(languages), text, map: { kind: 'boxes', words } },
    },
  ]);
  if (fileId === undefined) throw new HoldfastError('internal', { message: 'no file was kept' });
  return fileId;
}

/** Enough to do it again and get the same words. Paths of this computer are left out. */
function parametersOf(languages: readonly FoundLanguage[], { engine, pages, unread }: ReadPages): Facts {
  return {
    engine: `Tesseract ${engine.version}`,
    build: engine.build,
    mode: 'LSTM only',
    segmentation: Number(segmentation),
    rule: ocrTextRule,
    languages: engine.languages.map(({ code, sha256 }) => ({
      code,
      sha256,
      origin: languages.find((one) => one.code === code)?.origin ?? null,
    })),
    pages: pages.map(({ page, confidence, turned, dpi, scale, paragraphs }) => ({
      page,
      words: paragraphs.flat(2).length,
      confidence,
      turned,
      dpi,
      scale,
    })),
    unread,
  };
}

/** BCP 47 of what was read; null for several languages, or one that has no tag. Tesseract names them by ISO 639-2. */
function languageTag([first, second]: readonly FoundLanguage[]): string | null {
  if (first === undefined || second !== undefined) return null;
  try {
    return Intl.getCanonicalLocales(first.code.split('_')[0] ?? '')[0] ?? null;
  } catch {
    return null;
  }
}

function outcomeOf({ pages, unread }: ReadPages, { words }: OcrText, fileId: string | null): OcrOutcome {
  const sum = words.reduce((total, { confidence }) => total + confidence, 0);
  return {
    fileId,
    words: words.length,
    confidence: words.length === 0 ? null : Math.round(sum / words.length),
    pages: pages.map(summaryOf),
    unread,
  };
}

function summaryOf({ page, paragraphs, confidence, turned, scale }: ReadPage): OcrOutcome['pages'][number] {
  return { page, words: paragraphs.flat(2).length, confidence, turned, scale };
}
