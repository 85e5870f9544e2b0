/** Views of the whole case: its timeline, its network of sources, its gaps. */
import { z } from 'zod';
import { gap, gapCount, gapKinds } from '../model/gaps.ts';
import { network, networkClaim } from '../model/network.ts';
import { id, pageOf, pageRequest } from '../model/primitives.ts';
import { timelineEntry, timelineFilter, timelineView } from '../model/timeline.ts';
import { engineCall } from './call.ts';

const nodeId = z.string().min(1).max(300);

export const caseViewsContract = {
  /** A window of time (all of it unless given), at most `limit` entries a lane; a fuller lane is told in `bins` stretches. */
  'timeline.list': engineCall(
    z.object({
      ...timelineFilter,
      from: z.number().optional(),
      to: z.number().optional(),
      limit: z.number().int().min(1).max(2000).default(300),
      bins: z.number().int().min(1).max(1000).default(240),
    }),
    timelineView,
  ),
  /** The same as a list: by start, then end; or what has no date that can be read, by kind and title. */
  'timeline.rows': engineCall(
    z.object({
      ...timelineFilter,
      from: z.number().optional(),
      to: z.number().optional(),
      dated: z.boolean().default(true),
      ...pageRequest,
    }),
    pageOf(timelineEntry),
  ),
  'network.get': engineCall(z.object({ incidentId: id.optional() }), network),
  /** The claims at a node, or those that go from it to another node. `not-found` for a node that is not in the network. */
  'network.claims': engineCall(
    z.object({ incidentId: id.optional(), nodeId, toId: nodeId.optional(), ...pageRequest }),
    pageOf(networkClaim),
  ),
  /** The kinds asked for, all unless given, each with its count and its first few gaps. */
  'gaps.list': engineCall(
    z.object({ kinds: z.array(z.enum(gapKinds)).optional(), first: z.number().int().min(0).max(50).default(5) }),
    z.object({ kinds: z.array(gapCount) }),
  ),
  'gaps.rows': engineCall(z.object({ kind: z.enum(gapKinds), ...pageRequest }), pageOf(gap)),
} as const;
