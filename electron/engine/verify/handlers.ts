import type { VerifyReport } from '#shared/model/proof.ts';
import type { CaseHandlers } from '../handlers.ts';
import { runVerify } from './run-verify.ts';

export const verifyCalls = {
  'verify.run': runVerify,
  'verify.last': async (ctx) => {
    const row = await ctx.read
      .selectFrom('verification')
      .select('report')
      .orderBy('endedAt', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? null : (JSON.parse(row.report) as VerifyReport);
  },
} satisfies Partial<CaseHandlers>;
