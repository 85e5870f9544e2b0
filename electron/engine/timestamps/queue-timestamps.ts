import type { Authority } from '#shared/model/timestamps.ts';
import type { CaseContext } from '../context.ts';
import { mutate } from '../journal/mutate.ts';
import { isAllowed } from './allow-requests.ts';
import { listAuthorities } from './authorities.ts';

/** Writes down that these authorities are to be asked for a seal; those that were asked before are left as they are. */
export async function queueTimestamps(ctx: CaseContext, sealId: string, authorities: readonly Authority[]): Promise<void> {
  const asked = await ctx.read.selectFrom('timestamp').select('authorityId').where('sealId', '=', sealId).execute();
  const fresh = authorities.filter(({ id }) => !asked.some(({ authorityId }) => authorityId === id));
  if (fresh.length === 0) return;
  const queuedAt = ctx.ports.now().toISOString();
  const rows = fresh.map(({ id: authorityId }) => ({ id: ctx.ports.newId(), sealId, authorityId, queuedAt }));
  const acts = rows.map(({ id, ...payload }) => ({ action: 'timestamp.queued', subject: id, payload }));
  await mutate(ctx, acts, (trx) => trx.insertInto('timestamp').values(rows).execute());
}

/** At every seal: the authorities that a person set to be asked each time, as far as asking is allowed. */
export async function queueAuto(ctx: CaseContext, sealId: string): Promise<void> {
  const auto = (await listAuthorities(ctx)).filter((authority) => authority.auto);
  if (auto.length > 0 && (await isAllowed(ctx))) await queueTimestamps(ctx, sealId, auto);
}
