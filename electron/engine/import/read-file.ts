import { assertNever } from '#shared/errors.ts';
import { withC2pa } from '../c2pa/read-c2pa.ts';
import { readImage } from '../image/read-image.ts';
import { readMedia } from '../media/read-media.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { readText } from '../text/read-text.ts';
import { readPage } from './read-page.ts';
import { emptyReading, type Reading, type ReadingJob } from './reading.ts';

/** Looks into the bytes with the importer of their kind. @throws what that importer refuses them for */
export async function readFile(job: ReadingJob): Promise<Reading> {
  const { kind } = job.sniffed;
  switch (kind) {
    case 'pdf':
      return readPdf(job);
    case 'text':
      return readText({ received: job.received, settings: job.ctx.settings });
    case 'page':
    case 'mhtml':
      return readPage(job);
    case 'image':
      return withC2pa(await readImage(job), job);
    case 'media':
      return withC2pa(await readMedia(job), job);
    case 'archive': // One of these becomes many items: import-archive.ts.
    case 'other':
      return emptyReading('document');
    default:
      return assertNever(kind);
  }
}
