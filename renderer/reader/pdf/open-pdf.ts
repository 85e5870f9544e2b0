/** Opens a PDF of the case with pdf.js: bytes in ranges as they are needed, nothing from outside, no scripts, no forms. */
import {
  GlobalWorkerOptions,
  getDocument,
  PasswordResponses,
  PDFDataRangeTransport,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { HoldfastError } from '#shared/errors.ts';
import type { ItemFile } from '#shared/model/items.ts';
import { blobUrl } from '../blob-url.ts';
import { giveBack, takeThread } from './pdf-threads.ts';

/** Bytes a request; large enough that a page seldom needs two, small enough that a first page does not wait. */
const CHUNK = 256 * 1024;
/**
 * A file up to this size comes in one request. pdf.js looks for the last page before it hands over a document, and in a
 * long one whose pages hang on one node that means a look into every part of the file, one after the other.
 */
const WHOLE = 16 * 1024 * 1024;

/** What of a file is needed to open it. */
export type PdfFile = Pick<ItemFile, 'sha256' | 'size' | 'name' | 'mediaType'>;
export type OpenPdf = { document: Promise<PDFDocumentProxy>; close: () => void };

/** Called for each password that is needed; `isWrong` after one that did not open it. */
export type AskPassword = (answer: (password: string) => void, isWrong: boolean) => void;

/** `document` rejects with `pdf-damaged` or `blob-missing`, and waits for as long as a password is not given. */
export function openPdf(file: PdfFile, onPassword: AskPassword): OpenPdf {
  const asset = (folder: string) => new URL(`/pdfjs/${folder}/`, window.location.href).href;
  const ranges = new BlobRanges(file);
  const worker = takeThread();
  const task = getDocument({
    worker,
    range: ranges,
    rangeChunkSize: file.size <= WHOLE ? Math.max(1024, file.size) : CHUNK,
    disableAutoFetch: true,
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
  // pdf.js waits for ever for bytes that do not come.
  const document = Promise.race([task.promise, ranges.failed]).catch((error: unknown) => {
    throw toError(file, error);
  });
  return { document, close: () => void giveBack(worker, task.destroy()) };
}

function toError(file: PdfFile, error: unknown): Error {
  if (error instanceof HoldfastError) return error;
  return new HoldfastError('pdf-damaged', { path: file.name }, error);
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
    void this.#fetch(begin, end).then(
      (chunk) => this.onDataRange(begin, chunk),
      (error: unknown) => this.#abort.signal.aborted || this.#fail(error),
    );
  }

  override abort(): void {
    this.#abort.abort();
  }

  async #fetch(begin: number, end: number): Promise<Uint8Array> {
    const answer = await fetch(blobUrl(this.#file), {
      headers: { range: `bytes=${begin}-${end - 1}` },
      signal: this.#abort.signal,
    });
    if (!answer.ok) throw new HoldfastError('blob-missing', { sha256: this.#file.sha256, path: this.#file.name });
    return new Uint8Array(await answer.arrayBuffer());
  }
}
