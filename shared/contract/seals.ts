/** Seals: signed heads of the journal. */
import { z } from 'zod';
import { pageOf, pageRequest } from '../model/primitives.ts';
import { seal, sealState, writerKey } from '../model/seals.ts';
import { sealTimestamp } from '../model/timestamps.ts';
import { engineCall, nothing } from './call.ts';

export const sealsContract = {
  /** Seals now; answers the last seal again when nothing happened since. */
  'seals.make': engineCall(nothing, seal, 'journal', 'case'),
  /** Newest first, each with what was asked of authorities for it. */
  'seals.list': engineCall(z.object(pageRequest), pageOf(seal.extend({ timestamps: z.array(sealTimestamp) }))),
  'seals.state': engineCall(nothing, sealState),
  /** The keys that wrote in this case, first the oldest. */
  'keys.list': engineCall(nothing, z.array(writerKey)),
} as const;
