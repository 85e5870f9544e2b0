/** The entry of the redaction thread: makes copies of documents and pictures, and reads them back. */
import { parentPort } from 'node:worker_threads';
import { asPdfError } from '../pdf/open-pdf.ts';
import { answerTask } from '../worker/answer-task.ts';
import type { WorkerProgress } from '../worker/run-worker.ts';
import { checkRedactedPdf } from './pdf/check-redacted-pdf.ts';
import { redactPdf } from './pdf/redact-pdf.ts';
import { checkRedactedPicture, redactPicture } from './picture/redact-picture.ts';
import type { RedactAnswer, RedactTask } from './redact-task.ts';

const tell = (progress: number) => parentPort?.postMessage({ progress } satisfies WorkerProgress);

function perform(task: RedactTask): Promise<RedactAnswer> {
  switch (task.act) {
    case 'pdf':
      return redactPdf(task, tell);
    case 'check-pdf':
      return checkRedactedPdf(task);
    case 'picture':
      return redactPicture(task);
    case 'check-picture':
      return checkRedactedPicture(task);
  }
}

await answerTask<RedactTask, RedactAnswer>(async (task) => {
  try {
    return await perform(task);
  } catch (error) {
    // A full disk is no damage of the file.
    const isSystem = typeof (error as { code?: unknown }).code === 'string';
    throw isSystem || !task.act.endsWith('pdf') ? error : asPdfError(error);
  }
});
