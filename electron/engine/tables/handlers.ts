import type { CaseHandlers } from '../handlers.ts';
import { exportTable } from './export-table.ts';
import { importTable, listFates } from './import-table.ts';

export const tableCalls = {
  'tables.export': exportTable,
  'tables.import': importTable,
  'tables.fates': listFates,
} satisfies Partial<CaseHandlers>;
