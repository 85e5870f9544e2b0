import { GlobalWorkerOptions, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** A thread that does not let go of its document by then is stuck in it, in milliseconds. */
const PATIENCE = 2000;

/**
 * Every open document has a thread of its own, so that a bad one holds up none of the others. One thread that is free
 * again is kept for the next document: starting it and compiling its code anew takes longer than most documents do.
 */
let spare: PDFWorker | null = null;

export function takeThread(): PDFWorker {
  const thread = spare ?? new PDFWorker();
  spare = null;
  return thread;
}

/** `released` resolves when the thread has let go of its document. */
export async function giveBack(thread: PDFWorker, released: Promise<unknown>): Promise<void> {
  const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), PATIENCE));
  const outcome = await Promise.race([released, late]).catch(() => 'late');
  if (outcome !== 'late' && spare === null) spare = thread;
  else thread.destroy();
}
