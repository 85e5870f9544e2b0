/** What the claims about an incident say together, and how people explain where they contradict each other. */
import { z } from 'zod';
import { contradictionRules, incidentAnalysis } from '../model/analysis.ts';
import { id } from '../model/primitives.ts';
import { engineCall, nothing, reason } from './call.ts';

export const analysisContract = {
  'analysis.incident': engineCall(z.object({ incidentId: id }), incidentAnalysis),
  /** The two claims in either order. The explanation counts as stale when one of them is changed later. */
  'contradictions.settle': engineCall(
    z.object({ rule: z.enum(contradictionRules), claimA: id, claimB: id, reason }),
    z.object({ id }),
    'claims',
    'incidents',
    'journal',
  ),
  'contradictions.unsettle': engineCall(z.object({ id, reason }), nothing, 'claims', 'incidents', 'journal'),
} as const;
