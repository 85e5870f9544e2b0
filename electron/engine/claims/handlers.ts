import type { CaseHandlers } from '../handlers.ts';
import { linkEvidence, unlinkEvidence } from './evidence-links.ts';
import { getClaim, listClaims } from './read-claims.ts';
import { createClaim, removeClaim, updateClaim } from './write-claims.ts';

export const claimCalls = {
  'claims.create': createClaim,
  'claims.update': updateClaim,
  'claims.remove': async (ctx, input) => {
    await removeClaim(ctx, input);
    return {};
  },
  'claims.list': listClaims,
  'claims.get': (ctx, { id }) => getClaim(ctx, id),
  'evidence.link': linkEvidence,
  'evidence.unlink': async (ctx, input) => {
    await unlinkEvidence(ctx, input);
    return {};
  },
} satisfies Partial<CaseHandlers>;
