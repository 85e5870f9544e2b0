/** Seals: the tree over all entries so far, its head signed by whoever writes. */
import { canonicalJson } from '#shared/canonical-json.ts';
import { HoldfastError } from '#shared/errors.ts';
import { TREE_HEAD_CONTEXT, type Seal, type SealReason, type TreeHead } from '#shared/model/seals.ts';
import type { CaseContext } from '../context.ts';
import { NO_HASH } from '../journal/entry-hash.ts';
import { mutate, together } from '../journal/mutate.ts';
import { appendLeaf, emptyFrontier, readFrontier, rootOf, writeFrontier, type Frontier } from '../merkle/frontier.ts';
import { entryLeaf } from '../merkle/tree-hash.ts';
import { queueAuto } from '../timestamps/queue-timestamps.ts';
import { isOfSealing, lastSeal, sealOf } from './read-seals.ts';

/**
 * Seals every entry so far and enters it in the journal. Where nothing but sealing and
 * stamping happened since the last seal, that one is answered again, so that asking twice makes nothing. Only entries since the last seal are read.
 * @throws HoldfastError case-read-only
 */
export async function makeSeal(ctx: CaseContext, reason: SealReason): Promise<Seal> {
  const seal = await sealEntries(ctx, reason);
  ctx.timestamps.wake(ctx);
  return seal;
}

async function sealEntries(ctx: CaseContext, reason: SealReason): Promise<Seal> {
  return together(ctx, async (joined) => {
    const before = await lastSeal(joined);
    const since = await joined.read
      .selectFrom('journal')
      .select(['seq', 'hash', 'prevHash', 'action'])
      .where('seq', '>', before?.treeSize ?? 0)
      .orderBy('seq')
      .execute();
    if (before !== undefined && since.every(({ action }) => isOfSealing(action))) return sealOf(joined, before);
    const head = since.at(-1);
    if (head === undefined) throw new HoldfastError('not-found', { what: 'journal', id: ctx.folder });
    const frontier = before === undefined ? emptyFrontier() : readFrontier(before.treeSize, before.frontier);
    for (const entry of since) appendEntry(frontier, entry);
    const { caseId } = await joined.read.selectFrom('caseRecord').select('caseId').executeTakeFirstOrThrow();
    const signed = signHead(ctx, { caseId, treeSize: frontier.size, rootHash: rootOf(frontier).toString('hex'), headHash: head.hash });
    const seal: Seal = { id: ctx.ports.newId(), reason, head: signed };
    const { type: _type, caseId: _case, ...row } = signed;
    await mutate(joined, { action: 'seal.made', subject: seal.id, payload: { reason, head: signed } }, (trx) =>
      trx
        .insertInto('seal')
        .values({ id: seal.id, reason, ...row, frontier: writeFrontier(frontier) })
        .execute(),
    );
    await queueAuto(joined, seal.id);
    return seal;
  });
}

/**
 * Leaf index is number less one, also in a case that lost entries: a lost one is the hash that the entry after it names,
 * or, where that is lost too, zeroes. What such a head covers is then what is still there.
 */
function appendEntry(frontier: Frontier, { seq, hash, prevHash }: { seq: number; hash: string; prevHash: string }): void {
  while (frontier.size < seq - 1) appendLeaf(frontier, entryLeaf(frontier.size === seq - 2 ? prevHash : NO_HASH));
  appendLeaf(frontier, entryLeaf(hash));
}

function signHead(ctx: CaseContext, over: Pick<TreeHead, 'caseId' | 'treeSize' | 'rootHash' | 'headHash'>): TreeHead {
  const key = ctx.settings.writerKey();
  const head = { type: TREE_HEAD_CONTEXT, ...over, at: ctx.ports.now().toISOString(), keyId: key.keyId } as const;
  return { ...head, signature: key.sign(TREE_HEAD_CONTEXT, canonicalJson(head)) };
}

/**
 * Seals at the end of a session. What the session kept stands whether or not this succeeds: where it does not, the
 * case shows that its last entries are unsealed, and the next seal takes them in.
 */
export async function sealSession(ctx: CaseContext, reason: SealReason): Promise<void> {
  try {
    await makeSeal(ctx, reason);
  } catch (error) {
    if (!(error instanceof HoldfastError) && !isSystemError(error)) throw error;
  }
}

function isSystemError(error: unknown): boolean {
  return typeof (error as { code?: unknown }).code === 'string';
}
