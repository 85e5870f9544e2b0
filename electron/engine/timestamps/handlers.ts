import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { SealTimestamp, TimestampsState } from '#shared/model/timestamps.ts';
import type { CaseContext } from '../context.ts';
import type { CaseHandlers } from '../handlers.ts';
import { lastSeal } from '../seal/read-seals.ts';
import { allowRequests, isAllowed } from './allow-requests.ts';
import { addAuthority, getAuthority, listAuthorities, removeAuthority } from './authorities.ts';
import { queueTimestamps } from './queue-timestamps.ts';
import { readTimestamps } from './read-timestamps.ts';

export const timestampCalls = {
  'authorities.list': listAuthorities,
  'authorities.add': addAuthority,
  'authorities.remove': removeAuthority,
  'timestamps.allow': async (ctx, asked) => {
    await allowRequests(ctx, asked);
    if (asked.allowed) ctx.timestamps.wake(ctx);
    return timestampsState(ctx);
  },
  'timestamps.state': timestampsState,
  'timestamps.request': request,
  'timestamps.retry': retry,
  'timestamps.list': (ctx, { sealId }) => readTimestamps(ctx, sealId === undefined ? {} : { sealIds: [sealId] }),
} satisfies Partial<CaseHandlers>;

async function timestampsState(ctx: CaseContext): Promise<TimestampsState> {
  const unproved = await readTimestamps(ctx, { unproved: true });
  const { proved } = await ctx.read
    .selectFrom('timestampToken')
    .select((eb) => eb.fn.countAll<number>().as('proved'))
    .executeTakeFirstOrThrow();
  const failed = unproved.filter(({ state }) => state === 'failed').length;
  return {
    allowed: await isAllowed(ctx),
    authorities: (await listAuthorities(ctx)).length,
    queued: unproved.length - failed,
    proved,
    failed,
  };
}

async function request(ctx: CaseContext, { sealId, authorityId }: ParsedInput<'timestamps.request'>): Promise<SealTimestamp[]> {
  const authorities = authorityId === undefined ? await listAuthorities(ctx) : [await getAuthority(ctx, authorityId)];
  if (authorities.length === 0) throw new HoldfastError('authority-none', { folder: ctx.folder });
  const seal = sealId === undefined ? await lastSeal(ctx) : await sealNamed(ctx, sealId);
  if (seal === undefined) throw new HoldfastError('not-found', { kind: 'seal', id: sealId ?? 'last' });
  await queueTimestamps(ctx, seal.id, authorities);
  const wanted = new Set(authorities.map(({ id }) => id));
  const asked = (await readTimestamps(ctx, { sealIds: [seal.id] })).filter((one) => wanted.has(one.authorityId));
  await ctx.timestamps.ask(ctx, new Set(asked.map(({ id }) => id)));
  return readTimestamps(ctx, { sealIds: [seal.id] });
}

function sealNamed(ctx: CaseContext, id: string) {
  return ctx.read.selectFrom('seal').selectAll().where('id', '=', id).executeTakeFirst();
}

async function retry(ctx: CaseContext, { id }: ParsedInput<'timestamps.retry'>): Promise<SealTimestamp[]> {
  const wanted = (await readTimestamps(ctx, { unproved: true })).filter((one) =>
    id === undefined ? one.state === 'queued' : one.id === id,
  );
  if (id !== undefined && wanted.length === 0) throw new HoldfastError('not-found', { kind: 'timestamp', id });
  const ids = new Set(wanted.map((one) => one.id));
  await ctx.timestamps.ask(ctx, ids);
  return (await readTimestamps(ctx)).filter((one) => ids.has(one.id));
}
