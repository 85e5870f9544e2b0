/** Do the timestamps hold, each over the bytes of its seal? Without the network, and with the trust anchors the case keeps. */
import type { Selectable } from 'kysely';
import { makeFinding } from '#shared/finding-words.ts';
import type { Finding } from '#shared/model/proof.ts';
import type { TokenFacts } from '#shared/model/timestamps.ts';
import { problemWords } from '#shared/timestamp-words.ts';
import type { Tables } from '../db/tables.ts';
import { sealText, toSeal, type SealRow } from '../seal/read-seals.ts';
import { checkToken } from '../timestamps/check-token.ts';
import type { CaseSnapshot } from './case-snapshot.ts';
import { sha256Of } from './check-chain.ts';

/** `told`: requests whose token is named here, so that the comparison of records does not say it again. */
export type TimestampCheck = { findings: Finding[]; tokens: number; told: Set<string> };

type Row = Selectable<Tables['timestampToken']> & { sealId: string; name: string; anchors: string | null; said: string | null };

const TOKENS = `
  SELECT k.rowid AS "cursor", k.*, t.sealId, a.name, a.anchors,
    (SELECT payload FROM journal j WHERE j.subject = k.timestampId AND j.action = 'timestamp.proved' AND json_valid(j.payload)) AS said
  FROM timestampToken k JOIN timestamp t ON t.id = k.timestampId JOIN authority a ON a.id = t.authorityId
  WHERE k.rowid > ? ORDER BY k.rowid LIMIT ?`;

export async function checkTimestamps(snapshot: CaseSnapshot, signal: AbortSignal): Promise<TimestampCheck> {
  const check: TimestampCheck = { findings: [], tokens: 0, told: new Set() };
  const record = snapshot.raw.prepare('SELECT caseId FROM caseRecord').get() as { caseId: string } | undefined;
  const seal = snapshot.raw.prepare('SELECT * FROM seal WHERE id = ?');
  for await (const row of snapshot.rows<Row>(TOKENS, signal, 50)) {
    check.tokens += 1;
    const sealed = seal.get(row.sealId) as SealRow | undefined;
    if (sealed === undefined || record === undefined) continue; // A seal that is gone is told by the records.
    const findings = await findingsOf(row, toSeal(sealed, record.caseId).head);
    if (findings.some(({ severity }) => severity === 'broken')) check.told.add(row.timestampId);
    check.findings.push(...findings);
  }
  return check;
}

async function findingsOf(row: Row, head: ReturnType<typeof toSeal>['head']): Promise<Finding[]> {
  const about = { authority: row.name, entries: head.treeSize };
  const said = row.said === null ? null : (JSON.parse(row.said) as { sha256?: unknown });
  if (said !== null && said.sha256 !== sha256Of(row.reply)) return [makeFinding('timestamp-altered', row.timestampId, { facts: about })];
  const { problems, facts } = await checkToken(row.reply, Buffer.from(sealText(head), 'utf8'), { anchors: row.anchors });
  return judgeToken({ subject: row.timestampId, about, at: head.at }, problems, facts);
}

/** How far apart two clocks may be without a word. */
const TOLERANCE = 60_000;

type Judged = { subject: string; about: { authority: string; entries: number }; at: string };

/** What a checked token says of a seal made at `at`, in findings. */
export function judgeToken(
  { subject, about, at }: Judged,
  problems: Parameters<typeof problemWords>[0][],
  facts: TokenFacts | null,
): Finding[] {
  const [problem] = problems;
  if (problem !== undefined) return [makeFinding('timestamp-wrong', subject, { facts: { ...about, problem: problemWords(problem) } })];
  if (facts === null || new Date(facts.time).getTime() + (facts.accuracyMs ?? 0) >= new Date(at).getTime() - TOLERANCE) return [];
  return [makeFinding('timestamp-clock', subject, { facts: { ...about, time: facts.time, at } })];
}
