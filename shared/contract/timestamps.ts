/** RFC 3161 timestamps over seals. Nothing is asked of anybody before a person adds an authority and allows it. */
import { z } from 'zod';
import { id } from '../model/primitives.ts';
import { authority, authorityDraft, sealTimestamp, timestampsState } from '../model/timestamps.ts';
import { byId, engineCall, nothing } from './call.ts';

export const timestampsContract = {
  'authorities.list': engineCall(nothing, z.array(authority)),
  'authorities.add': engineCall(authorityDraft, authority, 'journal'),
  /** What it stamped stays. */
  'authorities.remove': engineCall(byId, nothing, 'journal'),
  /** Whether this installation may ask authorities for this case; an act of its own, off until then. */
  'timestamps.allow': engineCall(z.object({ allowed: z.boolean() }), timestampsState, 'journal'),
  'timestamps.state': engineCall(nothing, timestampsState),
  /** Asks one authority, or all, for a seal, or the newest; answers when each has answered or failed. */
  'timestamps.request': engineCall(z.object({ sealId: id.optional(), authorityId: id.optional() }), z.array(sealTimestamp), 'journal'),
  /** Tries again: one request, or all that are queued. */
  'timestamps.retry': engineCall(z.object({ id: id.optional() }), z.array(sealTimestamp), 'journal'),
  'timestamps.list': engineCall(z.object({ sealId: id.optional() }), z.array(sealTimestamp)),
} as const;
