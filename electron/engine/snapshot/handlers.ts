import type { CaseHandlers } from '../handlers.ts';
import { readStructure } from './ask-snapshot.ts';

export const snapshotCalls = {
  'snapshots.structure': (ctx, { id }) => readStructure(ctx, id),
} satisfies Partial<CaseHandlers>;
