/** Opens a PDF of the case with pdf.js: bytes as they are needed, nothing from outside, no scripts, no forms. */
import {
  getDocument,
  PasswordResponses,
  PDFDataRangeTransport,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  type PDFWorker,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { HoldfastError } from '#shared/errors.ts';
import type { ItemFile } from '#shared/model/items.ts';
import { blobUrl } from '../blob-url.ts';
import { giveBack, takeThread } from './pdf-threads.ts';

/** Bytes a request; large enough that a page seldom needs two, small enough that a first page does not wait. */
const CHUNK = 256 * 1024;
/**
 * A file up to this size comes whole. pdf.js looks for the last page before it hands over a document, and in a long one
 * whose pages hang on one node that means a look into every part of the file, which is slow through pieces.
 */
const WHOLE = 16 * 1024 * 1024;

/** What of a file is needed to open it. */
export type PdfFile = Pick<ItemFile, 'sha256' | 'size' | 'name' | 'mediaType'>;
export type OpenPdf = { document: Promise<PDFDocumentProxy>; close: () => void };
/** Called for each password that is needed; `isWrong` after one that did not open it. */
export type AskPassword = (answer: (password: string) => void, isWrong: boolean) => void;

/** `document` rejects with `pdf-damaged` or `blob-missing`, and waits for as long as a password is not given. */
export function openPdf(file: PdfFile, onPassword: AskPassword): OpenPdf {
  const thread = takeThread();
  const closing = new AbortController();
  const begun = begin(file, thread, onPassword, closing.signal);
  const document = begun
    // pdf.js waits for ever for bytes that do not come.
    .then(({ task, failed }) => Promise.race(failed === null ? [task.promise] : [task.promise, failed]))
    .catch((error: unknown) => {
      throw error instanceof HoldfastError ? error : new HoldfastError('pdf-damaged', { path: file.name }, error);
    });
  const close = () => {
    closing.abort();
    const released = begun.then(
      ({ task }) => task.destroy(),
      () => undefined,
    );
    void giveBack(thread, released);
  };
  return { document, close };
}

type Begun = { task: PDFDocumentLoadingTask; failed: Promise<never> | null };

async function begin(file: PdfFile, worker: PDFWorker, onPassword: AskPassword, signal: AbortSignal): Promise<Begun> {
  const ranges = file.size <= WHOLE ? null : new BlobRanges(file);
  const bytes =
    ranges === null ? { data: await readBytes(file, null, signal) } : { range: ranges, rangeChunkSize: CHUNK, disableAutoFetch: true };
  const asset = (folder: string) => new URL(`/pdfjs/${folder}/`, window.location.href).href;
  const task = getDocument({
    ...bytes,
    worker,
    cMapUrl: asset('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: asset('standard_fonts'),
    wasmUrl: asset('wasm'),
    iccUrl: asset('iccs'),
    enableXfa: false,
    verbosity: 0,
  });
  task.onPassword = (answer: (password: string) => void, reason: number) =>
    onPassword(answer, reason === PasswordResponses.INCORRECT_PASSWORD);
  return { task, failed: ranges?.failed ?? null };
}

/** Rejects with `blob-missing` when the bytes cannot be had. `range` in the words of HTTP; null for all of them. */
async function readBytes(file: PdfFile, range: string | null, signal: AbortSignal): Promise<Uint8Array> {
  const answer = await fetch(blobUrl(file), { headers: range === null ? {} : { range }, signal });
  if (!answer.ok) throw new HoldfastError('blob-missing', { sha256: file.sha256, path: file.name });
  return new Uint8Array(await answer.arrayBuffer());
}

class BlobRanges extends PDFDataRangeTransport {
  /** Never resolves; rejects with `blob-missing` when bytes cannot be had. */
  readonly failed: Promise<never>;
  readonly #file: PdfFile;
  readonly #abort = new AbortController();
  #fail: (error: unknown) => void = () => undefined;

  constructor(file: PdfFile) {
    super(file.size, null);
    this.#file = file;
    this.failed = new Promise((_, reject) => (this.#fail = reject));
    this.failed.catch(() => undefined);
  }

  override requestDataRange(begin: number, end: number): void {
    void readBytes(this.#file, `bytes=${begin}-${end - 1}`, this.#abort.signal).then(
      (chunk) => this.onDataRange(begin, chunk),
      (error: unknown) => this.#abort.signal.aborted || this.#fail(error),
    );
  }

  override abort(): void {
    this.#abort.abort();
  }
}
