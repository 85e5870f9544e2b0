import { claimSentence } from '#shared/claims/claim-sentence.ts';
import { claimsById } from '../claims/read-claims.ts';
import type { CaseContext } from '../context.ts';

/** Claims as sentences, by their ids; removed ones are not among them. */
export async function sentencesOf(ctx: CaseContext, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const parties = await ctx.read.selectFrom('party').select(['id', 'name']).execute();
  const names = new Map(parties.map(({ id, name }) => [id, name]));
  return new Map((await claimsById(ctx.read, ids)).map((claim) => [claim.id, claimSentence(claim, names)]));
}
