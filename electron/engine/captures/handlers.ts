import type { CaseHandlers } from '../handlers.ts';
import { keepDownload } from './keep-download.ts';
import { keepCapture } from './keep-capture.ts';

export const captureCalls = {
  'captures.keep': keepCapture,
  'captures.keepDownload': keepDownload,
} satisfies Partial<CaseHandlers>;
