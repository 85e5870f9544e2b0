/** The entry of the thread that sets long reports as PDF. */
import { answerTask } from '../../../worker/answer-task.ts';
import { reportPdf, type PdfReport } from './report-pdf.ts';

await answerTask<Omit<PdfReport, 'signal'>, Uint8Array>((report) => reportPdf({ ...report, signal: new AbortController().signal }));
