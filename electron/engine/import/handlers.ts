import type { CaseHandlers } from '../handlers.ts';
import { importPaths } from './import-paths.ts';

export const importCalls = { 'items.import': importPaths } satisfies Partial<CaseHandlers>;
