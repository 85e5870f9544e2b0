import { verifyReport } from '#shared/model/proof.ts';
import type { CaseHandlers } from '../handlers.ts';
import { interruptedVerify, runVerify } from './run-verify.ts';

export const verifyCalls = {
  'verify.run': runVerify,
  'verify.interrupted': interruptedVerify,
  'verify.last': async (ctx) => {
    const row = await ctx.read
      .selectFrom('verification')
      .select('report')
      .orderBy('endedAt', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? null : verifyReport.parse(JSON.parse(row.report));
  },
} satisfies Partial<CaseHandlers>;
