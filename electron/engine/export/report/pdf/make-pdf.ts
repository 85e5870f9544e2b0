import { runWorker } from '../../../worker/run-worker.ts';
import { reportPdf, type PdfReport } from './report-pdf.ts';

const LIMITS = { timeLimitMs: 1_800_000, heapMegabytes: 4096 };
/** Shorter ones are set sooner than a thread starts. */
const LONG = 60;

/** The same bytes either way: long reports are set in a thread of their own, so that the case answers meanwhile. AbortError when the signal fires. */
export async function makePdf(report: PdfReport): Promise<Uint8Array> {
  const { signal, ...task } = report;
  return report.blocks.length < LONG ? reportPdf(report) : runWorker('report', task, { ...LIMITS, signal });
}
