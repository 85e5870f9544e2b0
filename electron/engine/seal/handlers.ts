import type { CaseHandlers } from '../handlers.ts';
import { makeSeal } from './make-seal.ts';
import { listSeals, sealState } from './read-seals.ts';

export const sealCalls = {
  'seals.make': (ctx) => makeSeal(ctx, 'asked'),
  'seals.list': listSeals,
  'seals.state': sealState,
  'keys.list': (ctx) => ctx.read.selectFrom('writerKey').selectAll().orderBy('firstSeq').execute(),
} satisfies Partial<CaseHandlers>;
