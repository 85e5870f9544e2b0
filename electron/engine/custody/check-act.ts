import { HoldfastError } from '#shared/errors.ts';
import type { ActCheck } from '#shared/model/custody.ts';
import { ENTRY_CONTEXT } from '#shared/model/seals.ts';
import type { CaseContext } from '../context.ts';
import { entryHash } from '../journal/entry-hash.ts';
import { toEntry } from '../journal/list-entries.ts';
import { readPublicKey } from '../keys/writer-key.ts';

/**
 * Recomputes the hash of one entry and checks its signature against the key the case knows under that name. Whether
 * that key is the right one, and the entry in its place, only a whole verification says.
 * @throws HoldfastError not-found
 */
export async function checkAct(ctx: CaseContext, { seq }: { seq: number }): Promise<ActCheck> {
  const row = await ctx.read.selectFrom('journal').selectAll().where('seq', '=', seq).executeTakeFirst();
  if (row === undefined) throw new HoldfastError('not-found', { kind: 'journal entry', id: String(seq) });
  const entry = toEntry(row);
  const hash = entryHash(entry);
  const seals = ctx.read.selectFrom('seal').select(['treeSize', 'at', 'reason']).where('treeSize', '>=', seq);
  const seal = await seals.orderBy('treeSize').limit(1).executeTakeFirst();
  return { hash, hashHolds: hash === entry.hash, signatureHolds: await holds(ctx, entry), seal: seal ?? null };
}

async function holds(ctx: CaseContext, { hash, keyId, signature }: ReturnType<typeof toEntry>): Promise<boolean | null> {
  if (keyId === null || signature === null) return null;
  const known = await ctx.read.selectFrom('writerKey').select('publicKey').where('keyId', '=', keyId).executeTakeFirst();
  const key = known === undefined ? null : readPublicKey(known.publicKey);
  return key?.keyId === keyId && key.proves(ENTRY_CONTEXT, hash, signature);
}
