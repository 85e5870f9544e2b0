/**
 * Whether authorities may be asked at all. The permission is one of the case, so that it stands in its journal, and
 * names the installation that gave it by its key: a case copied to another laptop asks nobody from there.
 */
import type { ParsedInput } from '#shared/contract.ts';
import type { CaseContext } from '../context.ts';
import { mutate } from '../journal/mutate.ts';

const SETTING = 'timestampsAllowed';

type Reading = Pick<CaseContext, 'read' | 'settings' | 'writer'>;

async function allowedKeys(ctx: Pick<CaseContext, 'read'>): Promise<string[]> {
  const row = await ctx.read.selectFrom('caseSetting').select('value').where('name', '=', SETTING).executeTakeFirst();
  return row === undefined ? [] : (JSON.parse(row.value) as string[]);
}

/** False for a case open for reading: an answer could not be kept. */
export async function isAllowed(ctx: Reading): Promise<boolean> {
  if (ctx.writer === null) return false;
  const keys = await allowedKeys(ctx);
  return keys.length > 0 && keys.includes(ctx.settings.writerKey().keyId);
}

export async function allowRequests(ctx: CaseContext, { allowed }: ParsedInput<'timestamps.allow'>): Promise<void> {
  const { keyId } = ctx.settings.writerKey();
  const before = await allowedKeys(ctx);
  if (before.includes(keyId) === allowed) return;
  const value = allowed ? [...before, keyId] : before.filter((one) => one !== keyId);
  const row = { name: SETTING, value: JSON.stringify(value) };
  await mutate(ctx, { action: 'case.configured', subject: SETTING, payload: { name: SETTING, value } }, (trx) =>
    trx
      .insertInto('caseSetting')
      .values(row)
      .onConflict((oc) => oc.column('name').doUpdateSet(row))
      .execute(),
  );
}
