/** The seals of a case as files of a case file: exact bytes, so that a stranger can check them with tools of their own. */
import type { Kysely } from 'kysely';
import { canonicalJson } from '#shared/canonical-json.ts';
import type { Consistency, TreeHead } from '#shared/model/seals.ts';
import type { ListedSeal, SealTimestamp } from '#shared/model/timestamps.ts';
import type { Tables } from '../db/tables.ts';
import { growthProofs } from '../merkle/growth-proofs.ts';
import { entryLeaf } from '../merkle/tree-hash.ts';
import { readTimestamps, sealName } from '../timestamps/read-timestamps.ts';
import { sealText, toSeal } from './read-seals.ts';

/** What seals are read from: an open case, or one unchanging view of it. */
type Read = { read: Kysely<Tables> };

/** `path` is from the top of the bag. */
export type SealFile = { path: string; bytes: Uint8Array };

export const SEALS = 'data/journal/seals';

/** The file of a signed tree head. */
export function sealPath(treeSize: number): string {
  return `${SEALS}/${sealName(treeSize)}.json`;
}

/**
 * Every file that has to do with seals, in a fixed order: each tree head (exactly the bytes that were stamped) with the
 * replies of authorities (`.tsr`) and the certificates above theirs (`.pem`), then `seals.json`, `keys.json` and
 * `consistency.json`.
 */
export async function* sealFiles({ read }: Read): AsyncGenerator<SealFile> {
  const { caseId } = await read.selectFrom('caseRecord').select('caseId').executeTakeFirstOrThrow();
  const rows = await read.selectFrom('seal').selectAll().orderBy('treeSize').orderBy('id').execute();
  const acts = await read.selectFrom('journal').select(['seq', 'subject']).where('action', '=', 'seal.made').execute();
  const seqs = new Map(acts.map(({ subject, seq }) => [subject, seq]));
  const stamps = Map.groupBy(await readTimestamps({ read }), ({ sealId }) => sealId);
  const listed: ListedSeal[] = [];
  for (const row of rows) {
    const { id, reason, head } = toSeal(row, caseId);
    yield { path: sealPath(head.treeSize), bytes: Buffer.from(sealText(head), 'utf8') };
    const asked = stamps.get(id) ?? [];
    yield* tokenFiles(read, asked);
    const { treeSize, at } = head;
    listed.push({ id, file: sealPath(treeSize), reason, treeSize, at, seq: seqs.get(id) ?? null, tokens: asked.map(listedToken) });
  }
  yield textFile('data/journal/seals.json', pretty(listed));
  const keys = await read.selectFrom('writerKey').select(['keyId', 'publicKey', 'firstSeq']).orderBy('firstSeq').execute();
  yield textFile('data/journal/keys.json', pretty(keys));
  const proofs = await growth(read, rows);
  yield textFile('data/journal/consistency.json', `[${proofs.map((proof) => `\n${canonicalJson(proof)}`).join(',')}\n]\n`);
}

async function* tokenFiles(read: Kysely<Tables>, stamps: readonly SealTimestamp[]): AsyncGenerator<SealFile> {
  for (const { id, token } of stamps) {
    if (token === null) continue;
    const row = await read.selectFrom('timestampToken').selectAll().where('timestampId', '=', id).executeTakeFirstOrThrow();
    yield { path: `${SEALS}/${token.file}`, bytes: row.reply };
    if (token.chainFile !== null && row.chain !== null) yield textFile(`${SEALS}/${token.chainFile}`, row.chain);
  }
}

function listedToken({ id, authorityId, authority, state, problem, token }: SealTimestamp): ListedSeal['tokens'][number] {
  const said = { id, authorityId, authority, state, problem };
  if (token === null) return { ...said, token: null };
  const { file, chainFile, check: _line, ...facts } = token;
  const inBag = { file: `${SEALS}/${file}`, chainFile: chainFile === null ? null : `${SEALS}/${chainFile}` };
  return { ...said, token: { ...facts, ...inBag } };
}

/** That each sealed tree begins with the one sealed before it. */
async function growth(read: Kysely<Tables>, heads: readonly Pick<TreeHead, 'treeSize'>[]): Promise<Consistency[]> {
  const last = heads.at(-1);
  if (last === undefined || heads.length === 1) return [];
  const entries = await read.selectFrom('journal').select('hash').where('seq', '<=', last.treeSize).orderBy('seq').execute();
  // A journal with gaps proves nothing, and verify says so.
  if (entries.length !== last.treeSize) return [];
  const prove = growthProofs(entries.map(({ hash }) => entryLeaf(hash)));
  return heads.slice(1).map(({ treeSize: to }, index) => {
    const from = heads[index]?.treeSize ?? to;
    return { from, to, path: prove(from, to).map((hash) => hash.toString('hex')) };
  });
}

function textFile(path: string, text: string): SealFile {
  return { path, bytes: Buffer.from(text, 'utf8') };
}

function pretty(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
