/** The one way anything in a case changes: the change and its journal entries in one short transaction. */
import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import { canonicalJson } from '#shared/canonical-json.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { JournalEntry } from '#shared/model/journal.ts';
import type { Json } from '#shared/model/primitives.ts';
import { ENTRY_CONTEXT } from '#shared/model/seals.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import type { WriterKey } from '../keys/writer-key.ts';
import { entryHash, NO_HASH } from './entry-hash.ts';

/** An act to record: `action` is `feature.verb`, `subject` the id of what it is about, `payload` what is now true. */
export type Act = { action: string; subject: string; payload: Json };

/** A transaction that several changes share, and the entries they made so far. */
export type Joined = { trx: Transaction<Tables>; entries: JournalEntry[] };

/**
 * Runs `write` and records `acts`, all or nothing. Everything slow (files, hashes, network) is done before. Acts that
 * only the rows can tell are given as a function of what `write` answers.
 * Throws `case-read-only` when the case is open for reading.
 */
export async function mutate<Result>(
  ctx: CaseContext,
  acts: Act | Act[] | ((result: Result) => Act[]),
  write: (trx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return together(ctx, async ({ joined }) => {
    const result = await write(joined.trx);
    const told = typeof acts === 'function' ? acts(result) : acts;
    for (const act of Array.isArray(told) ? told : [told]) joined.entries.push(await append(ctx, joined, act));
    return result;
  });
}

/**
 * Runs several changes as one: all of them or none, one act of a person. What `work` is given reads what it has written.
 * Changes made within changes join them.
 */
export async function together<Result>(
  ctx: CaseContext,
  work: (ctx: CaseContext & { joined: Joined }) => Promise<Result>,
): Promise<Result> {
  if (ctx.writer === null) throw new HoldfastError('case-read-only', { folder: ctx.folder, reason: ctx.readOnlyReason });
  if (ctx.joined !== null) return work({ ...ctx, joined: ctx.joined });
  const entries: JournalEntry[] = [];
  const result = await ctx.writer.queries.transaction().execute((trx) => work({ ...ctx, read: trx, joined: { trx, entries } }));
  ctx.acted(entries);
  return result;
}

async function append(ctx: CaseContext, { trx, entries }: Joined, act: Act): Promise<JournalEntry> {
  const last =
    entries.at(-1) ?? (await trx.selectFrom('journal').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst());
  const key = ctx.settings.writerKey();
  const now = ctx.ports.now();
  const entry = {
    seq: (last?.seq ?? 0) + 1,
    at: now.toISOString(),
    utcOffsetMinutes: utcOffsetMinutes(now),
    actor: ctx.settings.actor,
    action: act.action,
    subject: act.subject,
    payload: act.payload,
    prevHash: last?.hash ?? NO_HASH,
    salt: randomBytes(16).toString('hex'),
    keyId: key.keyId,
  };
  const hash = entryHash(entry);
  const signature = key.sign(ENTRY_CONTEXT, hash);
  if (entries.length === 0) await knowKey(trx, key, entry.seq);
  await trx
    .insertInto('journal')
    .values({ ...entry, payload: canonicalJson(act.payload), hash, signature })
    .execute();
  return { ...entry, hash, signature };
}

/** The public key stands in the case from the first entry it signs. */
async function knowKey(trx: Transaction<Tables>, { keyId, publicKey }: WriterKey, firstSeq: number): Promise<void> {
  await trx
    .insertInto('writerKey')
    .values({ keyId, publicKey, firstSeq })
    .onConflict((oc) => oc.doNothing())
    .execute();
}

/** Minutes east of UTC. */
export function utcOffsetMinutes(now: Date): number {
  return now.getTimezoneOffset() === 0 ? 0 : -now.getTimezoneOffset();
}
