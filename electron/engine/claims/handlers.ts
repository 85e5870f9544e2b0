import type { CaseHandlers } from '../handlers.ts';
import { claimAt, claimHistory } from './claim-history.ts';
import { claimRelations } from './claim-relations.ts';
import { claimsAlike } from './claims-alike.ts';
import { draftClaim } from './draft-claim.ts';
import { linkEvidence, unlinkEvidence } from './evidence-links.ts';
import { bulkEdit, previewBulk } from './bulk/bulk-edit.ts';
import { listClaimGroups, listWithGrades } from './list/list-claims.ts';
import { getClaim } from './read-claims.ts';
import { listViews, removeView, saveView } from './views/claim-views.ts';
import { evidenceOfClaim } from './evidence-of-claim.ts';
import { evidenceOfPassage } from './evidence-of-passage.ts';
import { restateEvidence } from './restate-evidence.ts';
import { recentChoices } from './recent-choices.ts';
import { createClaim, removeClaim, updateClaim } from './write-claims.ts';

export const claimCalls = {
  'claims.create': createClaim,
  'claims.update': updateClaim,
  'claims.remove': async (ctx, input) => {
    await removeClaim(ctx, input);
    return {};
  },
  'claims.list': listWithGrades,
  'claims.groups': listClaimGroups,
  'claims.bulkPreview': previewBulk,
  'claims.bulkEdit': bulkEdit,
  'claims.views': listViews,
  'claims.saveView': saveView,
  'claims.removeView': async (ctx, input) => {
    await removeView(ctx, input);
    return {};
  },
  'claims.draft': draftClaim,
  'claims.get': (ctx, { id }) => getClaim(ctx, id),
  'claims.relations': claimRelations,
  'claims.history': claimHistory,
  'claims.at': claimAt,
  'evidence.ofClaim': evidenceOfClaim,
  'evidence.ofPassage': evidenceOfPassage,
  'evidence.restate': restateEvidence,
  'claims.recent': recentChoices,
  'claims.alike': claimsAlike,
  'evidence.link': linkEvidence,
  'evidence.unlink': async (ctx, input) => {
    await unlinkEvidence(ctx, input);
    return {};
  },
} satisfies Partial<CaseHandlers>;
