import type { CaseHandlers } from '../handlers.ts';
import { keepCapture } from './keep-capture.ts';
import { sessionWiped } from './session-wiped.ts';

export const captureCalls = {
  'captures.keep': keepCapture,
  'captures.sessionWiped': sessionWiped,
} satisfies Partial<CaseHandlers>;
