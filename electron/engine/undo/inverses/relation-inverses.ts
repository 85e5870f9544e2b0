import { HoldfastError } from '#shared/errors.ts';
import type { LinkedKind } from '#shared/model/record-links.ts';
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
  ...madeAndRemoved('settlement', 'created', (ctx, what) => bury(ctx, { kind: 'settlement', ...what }), restoreSettlement),
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

/** `already-exists` when the same contradiction was settled anew. */
async function restoreSettlement(ctx: CaseContext, { id, reason }: What): Promise<void> {
  const one = await ctx.read.selectFrom('settlement').selectAll().where('id', '=', id).executeTakeFirst();
  if (one === undefined) throw new HoldfastError('not-found', { kind: 'settled contradiction', id });
  await restore(ctx, { kind: 'settlement', id, reason }, async (trx) => {
    await mustStand(trx, 'claim', [one.claimA, one.claimB]);
    const same = await trx
      .selectFrom('settlement')
      .select('id')
      .where('rule', '=', one.rule)
      .where('claimA', '=', one.claimA)
      .where('claimB', '=', one.claimB)
      .where('id', '<>', id)
      .where('id', 'not in', trx.selectFrom('tombstone').select('subject').where('kind', '=', 'settlement'))
      .executeTakeFirst();
    if (same !== undefined) throw new HoldfastError('already-exists', { kind: 'settled contradiction', id: same.id });
  });
}
