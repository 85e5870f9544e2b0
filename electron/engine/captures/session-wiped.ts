import type { ParsedInput } from '#shared/contract.ts';
import type { CaseContext } from '../context.ts';
import { mutate } from '../journal/mutate.ts';

/** An act about the case although nothing in it changes: from here on its captures are made by nobody known to a site. */
export async function sessionWiped(
  ctx: CaseContext,
  { cookies, sites }: ParsedInput<'captures.sessionWiped'>,
): Promise<Record<string, never>> {
  const { caseId } = await ctx.read.selectFrom('caseRecord').select('caseId').executeTakeFirstOrThrow();
  await mutate(ctx, { action: 'capture.session-wiped', subject: caseId, payload: { cookies, sites } }, () => Promise.resolve());
  return {};
}
