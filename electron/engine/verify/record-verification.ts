import { sql } from 'kysely';
import type { VerifyReport } from '#shared/model/proof.ts';
import type { CaseContext } from '../context.ts';
import { mutate } from '../journal/mutate.ts';
import type { CaseSnapshot } from './case-snapshot.ts';
import { sha256Of } from './check-chain.ts';
import type { Checks } from './run-verify.ts';

/** Remembers a verification: its report, how every item it saw now stands, and its journal entry, in one transaction. */
export async function recordVerification(ctx: CaseContext, snapshot: CaseSnapshot, report: VerifyReport, checks: Checks): Promise<void> {
  const id = ctx.ports.newId();
  const text = JSON.stringify(report);
  const { last } = snapshot.raw.prepare('SELECT coalesce(max(rowid), 0) AS last FROM item').get() as { last: number };
  const states = [...badItems(snapshot, checks)].map(([itemId, state]) => ({ itemId, state, at: report.endedAt }));
  await mutate(ctx, { action: 'verify.done', subject: id, payload: summary(report, checks, text) }, async (trx) => {
    await trx.insertInto('verification').values({ id, endedAt: report.endedAt, report: text }).execute();
    // Items kept while verify ran were not seen by it.
    await sql`INSERT INTO itemProof (itemId, state, at) SELECT id, 'verified', ${report.endedAt} FROM item WHERE rowid <= ${last}
      ON CONFLICT (itemId) DO UPDATE SET state = excluded.state, at = excluded.at`.execute(trx);
    for (const row of states) await trx.updateTable('itemProof').set(row).where('itemId', '=', row.itemId).execute();
  });
}

function summary({ checked, findings, resumedFrom }: VerifyReport, { head }: Checks, text: string) {
  const byCode: Record<string, number> = {};
  for (const { code } of findings) byCode[code] = (byCode[code] ?? 0) + 1;
  return {
    checked,
    findings: findings.length,
    byCode,
    journalHead: head,
    reportSha256: sha256Of(text),
    ...(resumedFrom === null ? {} : { resumedFrom }),
  };
}

/** Items one of whose files, or whose own record or text, does not hold. Altered outranks missing. */
function badItems(snapshot: CaseSnapshot, { badBlobs, findings }: Checks): Map<string, 'altered' | 'missing'> {
  const states = new Map<string, 'altered' | 'missing'>();
  const users = snapshot.raw.prepare('SELECT DISTINCT itemId FROM file WHERE sha256 = ?').pluck();
  for (const [sha256, state] of badBlobs) {
    for (const itemId of users.all(sha256) as string[]) if (states.get(itemId) !== 'altered') states.set(itemId, state);
  }
  for (const { code, itemId } of findings) if (itemId !== null && itemCodes.has(code)) states.set(itemId, 'altered');
  return states;
}

const itemCodes = new Set(['record-mismatch', 'text-altered', 'blob-size']);
