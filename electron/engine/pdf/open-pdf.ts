import { open, type FileHandle } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import {
  getDocument,
  PasswordResponses,
  PDFDataRangeTransport,
  VerbosityLevel,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { HoldfastError } from '#shared/errors.ts';

/** Read from disk in pieces of this size; a document is never loaded whole. */
const CHUNK_BYTES = 256 * 1024;
/** An image inside a PDF larger than this is left out of the cover: it would take a gigabyte to draw a thumbnail. */
const MOST_IMAGE_PIXELS = 64_000_000;

export type OpenedPdf = {
  document: PDFDocumentProxy;
  /** What pdf.js complained of so far; it reports repairs only this way. */
  complaints: string[];
  close(): Promise<void>;
};

/**
 * Opens a PDF with everything that could reach out or run switched off: no network, no system fonts, no scripts, no
 * form code. Fonts and character maps come from the package on disk. A password is handed to pdf.js and to nothing else.
 * @throws HoldfastError pdf-password, pdf-password-wrong, pdf-damaged
 */
export async function openPdf(path: string, size: number, password?: string): Promise<OpenedPdf> {
  const file = await open(path, 'r');
  const complaints = listen();
  const task = getDocument({
    range: new FileRanges(file, size),
    rangeChunkSize: CHUNK_BYTES,
    disableAutoFetch: true,
    disableStream: true,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    stopAtErrors: false,
    maxImageSize: MOST_IMAGE_PIXELS,
    verbosity: VerbosityLevel.WARNINGS,
    ...(password === undefined ? {} : { password }),
    ...packagedData(),
  });
  const close = async () => {
    await task.destroy();
    await file.close();
  };
  try {
    return { document: await task.promise, complaints, close };
  } catch (error) {
    await close();
    throw asPdfError(error);
  }
}

class FileRanges extends PDFDataRangeTransport {
  readonly #file: FileHandle;

  constructor(file: FileHandle, size: number) {
    super(size, null);
    this.#file = file;
  }

  override requestDataRange(begin: number, end: number): void {
    const buffer = new Uint8Array(end - begin);
    this.#file.read(buffer, 0, buffer.length, begin).then(
      ({ bytesRead }) => this.onDataRange(begin, buffer.subarray(0, bytesRead)),
      // The document was closed under a reader; nobody waits for the answer any more.
      () => undefined,
    );
  }
}

/** Folders inside the installed package, with the closing separator that pdf.js expects. */
function packagedData() {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name: string) => join(root, name) + sep;
  return {
    standardFontDataUrl: folder('standard_fonts'),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
  };
}

/** pdf.js reports what it repaired through the console alone; the worker's console is its own. */
function listen(): string[] {
  const complaints: string[] = [];
  const note = (...words: unknown[]) => {
    if (complaints.length < 200) complaints.push(words.map(String).join(' ').slice(0, 300));
  };
  console.warn = note;
  console.log = note;
  return complaints;
}

export function asPdfError(error: unknown): HoldfastError {
  if (error instanceof HoldfastError) return error;
  const { name, message, code } = error as Error & { code?: unknown };
  if (name === 'PasswordException')
    return new HoldfastError(code === PasswordResponses.INCORRECT_PASSWORD ? 'pdf-password-wrong' : 'pdf-password', {}, error);
  return new HoldfastError('pdf-damaged', { reason: message.slice(0, 200) }, error);
}
