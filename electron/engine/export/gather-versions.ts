import type { ExportedAbsence, ExportedCarry, ExportedVersion } from '#shared/model/case-file.ts';
import { toAbsence } from '../absences/list-absences.ts';
import type { CaseContext } from '../context.ts';
import { standingLinks, toLink } from '../versions/version-chain.ts';
import type { PassageCarry } from '#shared/model/versions.ts';

export type GatheredVersions = { versions: ExportedVersion[]; carries: ExportedCarry[]; absences: ExportedAbsence[] };

/**
 * Links whose items both go into the case file, carried passages that do, and every time an address was found gone,
 * each with its journal entry. In the order they were made.
 */
export async function gatherVersions(
  ctx: CaseContext,
  has: { items: { has(id: string): boolean }; passages: { has(id: string): boolean } },
): Promise<GatheredVersions> {
  const links = (await standingLinks(ctx.read).orderBy('itemVersion.id').execute()).map(toLink);
  const carries = await ctx.read.selectFrom('passageCarry').selectAll().orderBy('passageId').execute();
  const absences = await ctx.read.selectFrom('absence').selectAll().orderBy('id').execute();
  const entryOf = await entries(ctx);
  return {
    versions: links
      .filter((link) => has.items.has(link.itemId) && has.items.has(link.earlierId))
      .map((link) => ({ ...link, journalEntry: entryOf('version.linked', link.id) })),
    carries: carries
      .filter((carry) => has.passages.has(carry.passageId))
      .map((carry) => ({
        ...carry,
        state: carry.state as PassageCarry['state'],
        journalEntry: entryOf('passage.carried', carry.passageId),
      })),
    absences: absences.map((row) => ({ ...toAbsence(row), journalEntry: entryOf('address.gone', row.id) })),
  };
}

async function entries(ctx: CaseContext): Promise<(action: string, subject: string) => number> {
  const rows = await ctx.read
    .selectFrom('journal')
    .select(['seq', 'action', 'subject'])
    .where('action', 'in', ['version.linked', 'passage.carried', 'address.gone'])
    .execute();
  const seqs = new Map(rows.map((row) => [`${row.action} ${row.subject}`, row.seq]));
  return (action, subject) => seqs.get(`${action} ${subject}`) ?? 1;
}
