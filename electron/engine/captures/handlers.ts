import type { CaseHandlers } from '../handlers.ts';
import { keepDownload } from './keep-download.ts';
import { keepCapture } from './keep-capture.ts';
import { readReport } from './read-report.ts';

export const captureCalls = {
  'captures.keep': keepCapture,
  'captures.report': readReport,
  'captures.keepDownload': keepDownload,
} satisfies Partial<CaseHandlers>;
