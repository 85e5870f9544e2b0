import type { ParsedInput } from '#shared/contract.ts';
import { caseSettings, type CaseSettings } from '#shared/model/case.ts';
import type { CaseContext } from '../context.ts';
import { mutate } from '../journal/mutate.ts';

const preset: CaseSettings = { graphicVeil: 'marked', journalReads: false };

export async function readSettings(ctx: CaseContext): Promise<CaseSettings> {
  const rows = await ctx.read.selectFrom('caseSetting').selectAll().execute();
  const kept = Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value) as unknown]));
  return caseSettings.parse({ ...preset, ...kept });
}

/** Sets how the case is shown; each setting that changes is an act of its own. */
export async function configureCase(ctx: CaseContext, asked: ParsedInput<'case.configure'>): Promise<CaseSettings> {
  const before = await readSettings(ctx);
  const changed = Object.entries(asked).filter(
    (entry): entry is [keyof CaseSettings, CaseSettings[keyof CaseSettings]] =>
      entry[1] !== undefined && entry[1] !== before[entry[0] as keyof CaseSettings],
  );
  if (changed.length === 0) return before;
  const acts = changed.map(([name, value]) => ({ action: 'case.configured', subject: name, payload: { name, value } }));
  await mutate(ctx, acts, async (trx) => {
    for (const [name, value] of changed) {
      const row = { name, value: JSON.stringify(value) };
      await trx
        .insertInto('caseSetting')
        .values(row)
        .onConflict((oc) => oc.column('name').doUpdateSet(row))
        .execute();
    }
  });
  return readSettings(ctx);
}
