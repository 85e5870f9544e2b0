import type { CaseContext } from '../../context.ts';
import { sealPath } from '../../seal/seal-files.ts';
import type { ReportSeal } from './report-input.ts';

/** Every seal, oldest first. `inBag` tells whether a file is in the case file, so that no link leads nowhere. */
export async function gatherSeals(ctx: Pick<CaseContext, 'read'>, inBag: (path: string) => boolean): Promise<ReportSeal[]> {
  const rows = await ctx.read.selectFrom('seal').selectAll().orderBy('treeSize').execute();
  return rows.map(({ treeSize, at, rootHash, keyId, reason }) => {
    const file = sealPath(treeSize);
    return { treeSize, at, rootHash, keyId, reason, file: inBag(file) ? file : null, tokens: [] };
  });
}
