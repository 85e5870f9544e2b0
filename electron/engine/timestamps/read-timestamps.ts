import { createHash } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { SealTimestamp, TimestampProblem } from '#shared/model/timestamps.ts';
import type { Tables } from '../db/tables.ts';
import { nextTry } from './backoff.ts';
import { checkLine } from './check-line.ts';

type Read = { read: Kysely<Tables> };
export type TokenRow = Selectable<Tables['timestampToken']>;

/** Which: of some seals, or those that have no token yet. Without either, all. */
export type Which = { sealIds?: readonly string[]; unproved?: boolean };

/** Oldest first. */
export async function readTimestamps({ read }: Read, which: Which = {}): Promise<SealTimestamp[]> {
  const rows = await asked(read, which)
    .innerJoin('authority', 'authority.id', 'timestamp.authorityId')
    .innerJoin('seal', 'seal.id', 'timestamp.sealId')
    .select(['timestamp.id', 'timestamp.sealId', 'timestamp.authorityId', 'timestamp.queuedAt', 'authority.name', 'seal.treeSize'])
    .orderBy('timestamp.id')
    .execute();
  const failures = await lastFailures(read, which);
  const tokens = which.unproved === true ? new Map<string, Numbered>() : await numberedTokens(read, which);
  return rows.map(({ name, treeSize, ...row }) => {
    const failure = failures.get(row.id);
    const token = tokens.get(row.id);
    const isQueued = token === undefined && failure?.final !== 1;
    return {
      ...row,
      authority: name,
      state: token !== undefined ? 'proved' : isQueued ? 'queued' : 'failed',
      failures: failure?.failures ?? 0,
      problem: token !== undefined || failure === undefined ? null : { code: failure.problem as TimestampProblem, detail: failure.detail },
      triedAt: failure?.at ?? null,
      nextAt: isQueued ? nextTry(failure?.failures ?? 0, failure?.at ?? row.queuedAt).toISOString() : null,
      token: token === undefined ? null : tokenView(token, treeSize),
    };
  });
}

/** The last failure of a request, and how many there were. */
type Failure = Selectable<Tables['timestampFailure']> & { failures: number };

function asked(read: Kysely<Tables>, { sealIds, unproved }: Which) {
  let query = read.selectFrom('timestamp');
  if (sealIds !== undefined) query = query.where('timestamp.sealId', 'in', sealIds);
  if (unproved === true) query = query.where('timestamp.id', 'not in', read.selectFrom('timestampToken').select('timestampId'));
  return query;
}

async function lastFailures(read: Kysely<Tables>, which: Which): Promise<Map<string, Failure>> {
  const rows = await read
    .selectFrom('timestampFailure')
    .selectAll()
    .where('timestampId', 'in', asked(read, which).select('timestamp.id'))
    .orderBy('at')
    .orderBy('id')
    .execute();
  const last = new Map<string, Failure>();
  for (const row of rows) last.set(row.timestampId, { ...row, failures: (last.get(row.timestampId)?.failures ?? 0) + 1 });
  return last;
}

type Numbered = TokenRow & { number: number };

/** Tokens of a seal are numbered by when they came, and keep their numbers when others come later. */
async function numberedTokens(read: Kysely<Tables>, which: Which): Promise<Map<string, Numbered>> {
  const rows = await asked(read, which)
    .innerJoin('timestampToken', 'timestampToken.timestampId', 'timestamp.id')
    .selectAll('timestampToken')
    .select('timestamp.sealId')
    .orderBy('timestampToken.at')
    .orderBy('timestampToken.timestampId')
    .execute();
  const counts = new Map<string, number>();
  return new Map(
    rows.map(({ sealId, ...row }) => {
      const number = (counts.get(sealId) ?? 0) + 1;
      counts.set(sealId, number);
      return [row.timestampId, { ...row, number }];
    }),
  );
}

function tokenView({ reply, chain, trusted, number, ...row }: Numbered, treeSize: number): NonNullable<SealTimestamp['token']> {
  const { time, accuracyMs, serial, policy, signer } = row;
  const name = sealName(treeSize);
  const file = `${name}.${number}.tsr`;
  const chainFile = chain === null ? null : `${name}.${number}.pem`;
  return {
    ...{ time, accuracyMs, serial, policy, signer, trusted: trusted === 1 },
    sha256: createHash('sha256').update(reply).digest('hex'),
    file,
    chainFile,
    check: checkLine({ seal: `${name}.json`, file, chainFile, time, chain }),
  };
}

/** A seal's file without its ending: its number of entries in eight digits, so that names sort by age. */
export function sealName(treeSize: number): string {
  return String(treeSize).padStart(8, '0');
}
