import { z } from 'zod';
import type { CaseContext } from '../../context.ts';
import { sealFiles } from '../../seal/seal-files.ts';
import type { ReportSeal } from './report-input.ts';

const LISTED = 'data/journal/seals.json';

/** What the report needs of the list of seals in a case file; it says more. */
const listedSeals = z.array(
  z.object({
    file: z.string(),
    treeSize: z.number(),
    tokens: z.array(
      z.object({
        authority: z.string(),
        state: z.string(),
        problem: z.object({ code: z.string(), detail: z.string().nullable() }).nullable(),
        token: z.object({ time: z.string(), file: z.string() }).nullable(),
      }),
    ),
  }),
);

type Head = Pick<ReportSeal, 'treeSize' | 'at' | 'rootHash' | 'keyId' | 'reason'>;

/**
 * Every seal, oldest first, with its timestamps as the case file's own list of seals tells them. `inBag` says whether a
 * file is in the case file, so that no link leads nowhere.
 */
export async function gatherSeals(ctx: Pick<CaseContext, 'read'>, inBag: (path: string) => boolean): Promise<ReportSeal[]> {
  const heads = await ctx.read.selectFrom('seal').selectAll().orderBy('treeSize').execute();
  for await (const { path, bytes } of sealFiles(ctx)) {
    if (path === LISTED) return withTokens(heads, JSON.parse(Buffer.from(bytes).toString('utf8')), inBag);
  }
  return withTokens(heads, [], inBag);
}

/** Pure. `listed` is the content of data/journal/seals.json. */
export function withTokens(heads: readonly Head[], listed: unknown, inBag: (path: string) => boolean): ReportSeal[] {
  const known = new Map(listedSeals.parse(listed).map((seal) => [seal.treeSize, seal]));
  const present = (file: string | undefined) => (file !== undefined && inBag(file) ? file : null);
  return heads.map(({ treeSize, at, rootHash, keyId, reason }) => {
    const seal = known.get(treeSize);
    const tokens = (seal?.tokens ?? []).map(({ authority, state, problem, token }) => ({
      authority,
      state,
      at: token?.time ?? null,
      file: present(token?.file),
      problem: problem === null ? null : `${problem.code}${problem.detail === null ? '' : ` (${problem.detail})`}`,
    }));
    return { treeSize, at, rootHash, keyId, reason, file: present(seal?.file), tokens };
  });
}
