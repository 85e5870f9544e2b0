/** Timestamps in a case file: each listed token is there, the one the journal tells of, and holds over its seal's file. */
import { z } from 'zod';
import { makeFinding } from '#shared/finding-words.ts';
import { listedSeal, type ListedSeal } from '#shared/model/timestamps.ts';
import { sha256Of } from '../verify/check-chain.ts';
import { judgeToken } from '../verify/check-timestamps.ts';
import { checkToken } from '../timestamps/check-token.ts';
import { readJson, type ContentWork } from './content-check.ts';
import { readBytes, readText } from './read-file.ts';

export const SEAL_LIST = 'data/journal/seals.json';

/** Answers how many tokens were looked at. Nothing in case files of versions that did not seal. */
export async function checkTokens(work: ContentWork): Promise<number> {
  if (!work.source.files.has(SEAL_LIST)) return 0;
  const seals = await readJson(work, SEAL_LIST, z.array(listedSeal));
  const listed = (seals ?? []).flatMap((seal) =>
    seal.tokens.flatMap((stamp) => (stamp.token === null ? [] : [{ seal, stamp, token: stamp.token }])),
  );
  for (const one of listed) await checkListed(work, one);
  if (seals !== null) missing(work, new Set(listed.map(({ stamp }) => stamp.id)));
  return listed.length;
}

type Stamp = ListedSeal['tokens'][number];
type Listed = { seal: ListedSeal; stamp: Stamp; token: NonNullable<Stamp['token']> };

async function checkListed(work: ContentWork, { seal, stamp, token }: Listed): Promise<void> {
  const { bad } = work.bag;
  if ([seal.file, token.file, token.chainFile].some((path) => path !== null && bad.has(path))) return;
  const about = { authority: stamp.authority, entries: seal.treeSize };
  const [sealed, reply] = [await readBytes(work.source, seal.file), await readBytes(work.source, token.file)];
  const told = work.told.tokens.get(stamp.id);
  if (reply === null) return void work.findings.push(makeFinding('timestamp-missing', token.file, { facts: about }));
  const digest = sha256Of(reply);
  const chain = token.chainFile === null ? null : await readText(work.source, token.chainFile);
  const differs = told !== undefined && (digest !== told['sha256'] || chain !== told['chain'] || token.trusted !== told['trusted']);
  if (digest !== token.sha256 || differs) return void work.findings.push(makeFinding('timestamp-altered', token.file, { facts: about }));
  if (sealed === null) return; // That a seal's file is gone is told with the seals.
  const anchors = token.trusted ? (chain ?? '') : null;
  const { problems, facts } = await checkToken(reply, sealed, { anchors });
  work.findings.push(...judgeToken({ subject: token.file, about, at: seal.at }, problems, facts));
}

/** Tokens that the journal tells of and the list does not. */
function missing({ told, findings }: ContentWork, listed: ReadonlySet<string>): void {
  for (const [id] of told.tokens) {
    if (listed.has(id) || told.doubtful.has(id)) continue;
    findings.push(makeFinding('timestamp-missing', id, { facts: { authority: 'an authority', entries: 'unknown' } }));
  }
}
