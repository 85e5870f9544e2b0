import type { EngineHandlers } from '../handlers.ts';
import { repairCase } from './repair-case.ts';

export const repairCalls = { 'case.repair': repairCase } satisfies Partial<EngineHandlers>;
