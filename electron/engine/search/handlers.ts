import type { CaseHandlers } from '../handlers.ts';
import { querySearch } from './query-search.ts';

export const searchCalls = { 'search.query': querySearch } satisfies Partial<CaseHandlers>;
