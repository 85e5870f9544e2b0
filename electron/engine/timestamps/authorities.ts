/** Timestamp authorities of a case: whom a person trusts to say when something was there. */
import type { Selectable } from 'kysely';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { Authority } from '#shared/model/timestamps.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { mutate } from '../journal/mutate.ts';
import { readPem, writePem } from './certificates.ts';

export function toAuthority({ auto, ...row }: Selectable<Tables['authority']>): Authority {
  return { ...row, auto: auto === 1 };
}

/** Those that stand, the oldest first. */
export async function listAuthorities(ctx: Pick<CaseContext, 'read'>): Promise<Authority[]> {
  const rows = await ctx.read
    .selectFrom('authority')
    .leftJoin('authorityEnd', 'authorityEnd.authorityId', 'authority.id')
    .where('authorityEnd.at', 'is', null)
    .selectAll('authority')
    .orderBy('authority.id')
    .execute();
  return rows.map(toAuthority);
}

/** @throws HoldfastError not-found, also for one that was removed */
export async function getAuthority(ctx: Pick<CaseContext, 'read'>, id: string): Promise<Authority> {
  const found = (await listAuthorities(ctx)).find((authority) => authority.id === id);
  if (found === undefined) throw new HoldfastError('not-found', { kind: 'authority', id });
  return found;
}

/** @throws HoldfastError authority-certificate when the trust anchor holds no certificate that can be read */
export async function addAuthority(ctx: CaseContext, draft: ParsedInput<'authorities.add'>): Promise<Authority> {
  const anchors = draft.anchors === null || draft.anchors.trim() === '' ? null : readAnchors(draft.anchors);
  const authority: Authority = {
    ...draft,
    anchors,
    id: ctx.ports.newId(),
    createdAt: ctx.ports.now().toISOString(),
    createdBy: ctx.settings.actor,
  };
  await mutate(ctx, { action: 'authority.added', subject: authority.id, payload: authority }, (trx) =>
    trx
      .insertInto('authority')
      .values({ ...authority, auto: authority.auto ? 1 : 0 })
      .execute(),
  );
  return authority;
}

/** Only certificates are kept of what was given; a private key pasted with them is not. */
function readAnchors(pem: string): string {
  try {
    const certs = readPem(pem);
    if (certs.length === 0) throw new Error('it holds no certificate in PEM');
    return writePem(certs);
  } catch (error) {
    throw new HoldfastError('authority-certificate', { problem: (error as Error).message.slice(0, 200) }, error);
  }
}

/** It is asked no more; what it stamped stays. */
export async function removeAuthority(ctx: CaseContext, { id }: ParsedInput<'authorities.remove'>): Promise<Record<string, never>> {
  await getAuthority(ctx, id);
  const at = ctx.ports.now().toISOString();
  await mutate(ctx, { action: 'authority.removed', subject: id, payload: { at } }, (trx) =>
    trx.insertInto('authorityEnd').values({ authorityId: id, at }).execute(),
  );
  return {};
}
