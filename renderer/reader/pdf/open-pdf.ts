/** Opens a PDF of the case with pdf.js: bytes in ranges as they are needed, nothing from outside, no scripts, no forms. */
import { GlobalWorkerOptions, getDocument, PDFDataRangeTransport, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { HoldfastError } from '#shared/errors.ts';
import type { ItemFile } from '#shared/model/items.ts';
import { blobUrl } from '../blob-url.ts';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Bytes a request; large enough that a page seldom needs two, small enough that a first page does not wait. */
const CHUNK = 256 * 1024;

export type OpenPdf = { document: Promise<PDFDocumentProxy>; close: () => void };

/** `document` rejects with `pdf-password`, `pdf-damaged` or `blob-missing`. */
export function openPdf(file: ItemFile): OpenPdf {
  const asset = (folder: string) => new URL(`/pdfjs/${folder}/`, window.location.href).href;
  const task = getDocument({
    range: new BlobRanges(blobUrl(file), file.size),
    rangeChunkSize: CHUNK,
    disableAutoFetch: true,
    cMapUrl: asset('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: asset('standard_fonts'),
    wasmUrl: asset('wasm'),
    iccUrl: asset('iccs'),
    enableXfa: false,
    verbosity: 0,
  });
  const document = task.promise.catch((error: unknown) => {
    throw toError(file, error);
  });
  return { document, close: () => void task.destroy() };
}

function toError(file: ItemFile, error: unknown): Error {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return new HoldfastError('pdf-password', { path: file.name }, error);
  if (error instanceof HoldfastError) return error;
  return new HoldfastError('pdf-damaged', { path: file.name }, error);
}

class BlobRanges extends PDFDataRangeTransport {
  readonly #url: string;
  readonly #abort = new AbortController();

  constructor(url: string, size: number) {
    super(size, null);
    this.#url = url;
  }

  override requestDataRange(begin: number, end: number): void {
    void this.#fetch(begin, end).then(
      (chunk) => this.onDataRange(begin, chunk),
      // An empty answer makes pdf.js report a damaged file; the bytes themselves are checked by verify.
      () => this.#abort.signal.aborted || this.onDataRange(begin, new Uint8Array(0)),
    );
  }

  override abort(): void {
    this.#abort.abort();
  }

  async #fetch(begin: number, end: number): Promise<Uint8Array> {
    const answer = await fetch(this.#url, { headers: { range: `bytes=${begin}-${end - 1}` }, signal: this.#abort.signal });
    if (!answer.ok) throw new HoldfastError('blob-missing', { status: answer.status });
    return new Uint8Array(await answer.arrayBuffer());
  }
}
