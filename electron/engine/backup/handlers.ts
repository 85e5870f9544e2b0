import type { CaseHandlers, EngineHandlers } from '../handlers.ts';
import { backupCase } from './backup-case.ts';
import { restoreCase } from './restore-case.ts';

export const backupCalls = { 'case.backup': backupCase } satisfies Partial<CaseHandlers>;
export const restoreCalls = { 'case.restore': restoreCase } satisfies Partial<EngineHandlers>;
