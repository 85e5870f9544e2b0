import type { CaseHandlers } from '../handlers.ts';
import { listGapRows, listGaps } from './list-gaps.ts';

export const gapCalls = {
  'gaps.list': listGaps,
  'gaps.rows': listGapRows,
} satisfies Partial<CaseHandlers>;
