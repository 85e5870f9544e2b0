import { runWorker } from '../../../worker/run-worker.ts';
import type { PdfReport } from './report-pdf.ts';

const LIMITS = { timeLimitMs: 1_800_000, heapMegabytes: 4096 };
/** Shorter ones are set sooner than a thread starts. */
const LONG = 60;

/** The same bytes either way: long reports are set in a thread of their own, so that the case answers meanwhile. AbortError when the signal fires. */
export async function makePdf(report: PdfReport): Promise<Uint8Array> {
  const { signal, ...task } = report;
  if (report.blocks.length >= LONG) return runWorker('report', task, { ...LIMITS, signal });
  // pdfkit and its fonts take long to load, and few calls need them.
  const { reportPdf } = await import('./report-pdf.ts');
  return reportPdf(report);
}
