import type { EngineHandlers } from '../handlers.ts';
import { verifyCaseFile } from './verify-case-file.ts';

export const caseFileCalls = { 'casefile.verify': verifyCaseFile } satisfies Partial<EngineHandlers>;
