import type { CaseHandlers, EngineHandlers } from '../handlers.ts';
import { findLanguages } from './find-languages.ts';
import { runOcr } from './run-ocr.ts';

export const ocrCalls = { 'ocr.run': runOcr } satisfies Partial<CaseHandlers>;

/** Asks nothing of a case: the settings show it before one is open. */
export const ocrLanguageCalls = {
  'ocr.languages': async () => ({ languages: await findLanguages() }),
} satisfies Partial<EngineHandlers>;
