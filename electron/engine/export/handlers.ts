import type { CaseHandlers } from '../handlers.ts';
import { createExport } from './create-export.ts';
import { previewSelection } from './selection/preview.ts';

export const exportCalls = { 'export.create': createExport, 'export.preview': previewSelection } satisfies Partial<CaseHandlers>;
