import { HoldfastError } from '#shared/errors.ts';
import type { LinkedKind } from '#shared/model/record-links.ts';
import { restoreSettlement, unsettleContradiction } from '../../analysis/settlements.ts';
import { mustStand } from '../../claims/check-references.ts';
import type { CaseContext } from '../../context.ts';
import { bury, restore } from '../../items/bury.ts';
import { linkTables, removeRecordLink, restoreRecordLink } from '../../links/record-links.ts';
import { restoreMerge } from '../../parties/merge-parties.ts';
import { madeAndRemoved, type Inverses } from './inverse.ts';

type What = { id: string; reason: string };

/** Records that are written once: relations, merges, grades, settled contradictions. */
export const relationInverses: Inverses = {
  ...ofLinks('claim'),
  ...ofLinks('incident'),
  ...ofLinks('party'),
  ...madeAndRemoved('partyMerge', 'created', (ctx, what) => bury(ctx, { kind: 'partyMerge', ...what }), restoreMerge),
  ...madeAndRemoved('grade', 'created', (ctx, what) => bury(ctx, { kind: 'grade', ...what }), restoreGrade),
  ...madeAndRemoved('settlement', 'created', unsettleContradiction, restoreSettlement),
};

function ofLinks(kind: LinkedKind): Inverses {
  return madeAndRemoved(
    linkTables[kind],
    'created',
    (ctx, what) => removeRecordLink(ctx, { kind, ...what }),
    (ctx, what) => restoreRecordLink(ctx, { kind, ...what }),
  );
}

async function restoreGrade(ctx: CaseContext, { id, reason }: What): Promise<void> {
  const grade = await ctx.read.selectFrom('grade').selectAll().where('id', '=', id).executeTakeFirst();
  if (grade === undefined) throw new HoldfastError('not-found', { kind: 'grade', id });
  await restore(ctx, { kind: 'grade', id, reason }, (trx) =>
    mustStand(trx, grade.subjectKind as 'claim' | 'incident' | 'party', [grade.subjectId]),
  );
}
