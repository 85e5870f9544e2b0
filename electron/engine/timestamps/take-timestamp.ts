/** One attempt at one timestamp: asked, checked, written down. */
import { passingProblems, type Authority, type Problem } from '#shared/model/timestamps.ts';
import type { CaseContext } from '../context.ts';
import { mutate } from '../journal/mutate.ts';
import { sealOf, sealText } from '../seal/read-seals.ts';
import { askAuthority } from './ask-authority.ts';
import { sha256Of } from '../verify/check-chain.ts';
import { checkToken, type TokenCheck } from './check-token.ts';
import { makeRequest } from './make-request.ts';

export type Asked = { id: string; sealId: string; authorityId: string };

/**
 * Asks and keeps the token, or why there is none. Answers whether the authority is there to be asked for more. Only the
 * ending of `signal` leaves the request as it was.
 */
export async function takeTimestamp(ctx: CaseContext, asked: Asked, authority: Authority, signal: AbortSignal): Promise<boolean> {
  const row = await ctx.read.selectFrom('seal').selectAll().where('id', '=', asked.sealId).executeTakeFirstOrThrow();
  const sealed = Buffer.from(sealText((await sealOf(ctx, row)).head), 'utf8');
  const query = makeRequest(sealed, authority.policy);
  const answer = await askAuthority(authority.url, query.bytes, signal);
  if ('problem' in answer) return recordFailure(ctx, asked, answer.problem);
  const check = await checkToken(answer.reply, sealed, { anchors: authority.anchors, policy: authority.policy, nonce: query.nonce });
  signal.throwIfAborted();
  const [problem] = check.problems;
  if (problem !== undefined || check.facts === null) return recordFailure(ctx, asked, problem ?? { code: 'unreadable', detail: null });
  await recordToken(ctx, asked, answer.reply, check, check.facts);
  return true;
}

async function recordFailure(
  ctx: CaseContext,
  { id: timestampId, sealId, authorityId }: Asked,
  { code, detail }: Problem,
): Promise<boolean> {
  const final = !(passingProblems as readonly string[]).includes(code);
  const failure = { id: ctx.ports.newId(), timestampId, at: ctx.ports.now().toISOString(), problem: code, detail };
  const { id, ...told } = failure;
  await mutate(ctx, { action: 'timestamp.failed', subject: id, payload: { ...told, final, sealId, authorityId } }, (trx) =>
    trx
      .insertInto('timestampFailure')
      .values({ ...failure, final: final ? 1 : 0 })
      .execute(),
  );
  return final;
}

async function recordToken(
  ctx: CaseContext,
  { id: timestampId, sealId, authorityId }: Asked,
  reply: Buffer,
  { chain }: TokenCheck,
  facts: NonNullable<TokenCheck['facts']>,
): Promise<void> {
  const at = ctx.ports.now().toISOString();
  const payload = { sealId, authorityId, at, sha256: sha256Of(reply), chain, ...facts };
  await mutate(ctx, { action: 'timestamp.proved', subject: timestampId, payload }, (trx) =>
    trx
      .insertInto('timestampToken')
      .values({ timestampId, at, reply, chain, ...facts, trusted: facts.trusted ? 1 : 0 })
      .execute(),
  );
}
