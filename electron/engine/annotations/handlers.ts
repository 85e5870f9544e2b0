import type { CaseHandlers } from '../handlers.ts';
import { exportAnnotations } from './export-annotations.ts';
import { importAnnotations } from './import-annotations.ts';

export const annotationCalls = {
  'annotations.export': exportAnnotations,
  'annotations.import': importAnnotations,
} satisfies Partial<CaseHandlers>;
