import type { CaseHandlers } from '../handlers.ts';
import { createExport } from './create-export.ts';

export const exportCalls = { 'export.create': createExport } satisfies Partial<CaseHandlers>;
