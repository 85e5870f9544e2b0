import type { CaseHandlers } from '../handlers.ts';
import { createRedaction } from './create-redaction.ts';
import { redactionLog } from './redaction-log.ts';
import { listRedactions } from './redaction-rows.ts';

export const redactionCalls = {
  'redactions.create': createRedaction,
  'redactions.list': listRedactions,
  'redactions.log': async (ctx) => ({ entries: await redactionLog(ctx) }),
} satisfies Partial<CaseHandlers>;
