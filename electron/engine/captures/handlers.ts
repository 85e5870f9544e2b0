import type { CaseHandlers } from '../handlers.ts';
import { keepCapture } from './keep-capture.ts';

export const captureCalls = {
  'captures.keep': keepCapture,
} satisfies Partial<CaseHandlers>;
