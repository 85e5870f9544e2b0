import type { CaseHandlers } from '../handlers.ts';
import { keepDownload } from './keep-download.ts';
import { keepCapture } from './keep-capture.ts';
import { readReport } from './read-report.ts';
import { sessionWiped } from './session-wiped.ts';

export const captureCalls = {
  'captures.keep': keepCapture,
  'captures.report': readReport,
  'captures.keepDownload': keepDownload,
  'captures.sessionWiped': sessionWiped,
} satisfies Partial<CaseHandlers>;
