/** Is it a whole and unchanged BagIt bag (RFC 8493 section 3)? Every file is read once, as a stream. */
import { createHash } from 'node:crypto';
import { makeFinding } from '#shared/finding-words.ts';
import type { Finding } from '#shared/model/proof.ts';
import { parseTagFile } from '../export/manifest-lines.ts';
import type { CaseFileSource } from './case-file-source.ts';
import { readText } from './read-file.ts';
import { algorithms, readManifests, type Algorithm, type Manifests } from './read-manifests.ts';

export type BagCheck = {
  findings: Finding[];
  files: number;
  bytes: number;
  info: Map<string, string>;
  /** Files whose bytes cannot be relied on: what they say is not looked at. */
  bad: Set<string>;
  /** SHA-256 of each file as found. */
  sha256: Map<string, string>;
};

type Hashes = Record<Algorithm, string>;
type Work = { signal: AbortSignal; onBytes(bytes: number): void };

export async function checkBag(source: CaseFileSource, work: Work): Promise<BagCheck> {
  const check: BagCheck = { findings: [...source.findings], files: 0, bytes: 0, info: new Map(), bad: new Set(), sha256: new Map() };
  const hashes = await hashAll(source, work, check);
  const manifests = await readManifests(source);
  check.findings.push(...manifests.findings);
  compareTags(source, manifests, hashes, check);
  comparePayload(source, manifests, hashes, check);
  await checkDeclaration(source, check);
  await checkInfo(source, check);
  return check;
}

async function hashAll(source: CaseFileSource, { signal, onBytes }: Work, check: BagCheck): Promise<Map<string, Hashes>> {
  const found = new Map<string, Hashes>();
  for (const [path, file] of source.files) {
    signal.throwIfAborted();
    try {
      const [sha256, sha512] = [createHash('sha256'), createHash('sha512')];
      for await (const chunk of await file.open()) {
        signal.throwIfAborted();
        sha256.update(chunk as Buffer);
        sha512.update(chunk as Buffer);
        check.bytes += (chunk as Buffer).byteLength;
        onBytes((chunk as Buffer).byteLength);
      }
      const hashes = { sha256: sha256.digest('hex'), sha512: sha512.digest('hex') };
      found.set(path, hashes);
      check.sha256.set(path, hashes.sha256);
      check.files += 1;
    } catch (error) {
      signal.throwIfAborted();
      check.bad.add(path);
      check.findings.push(
        makeFinding('bag-unreadable', path, { facts: { problem: String((error as { code?: unknown }).code ?? (error as Error).message) } }),
      );
    }
  }
  return found;
}

/** Manifests that their tag manifest does not bear out are not used to judge anything else. */
function compareTags(source: CaseFileSource, manifests: Manifests, hashes: Map<string, Hashes>, check: BagCheck): void {
  const isTag = (path: string) => !path.startsWith('data/') && !path.startsWith('tagmanifest-');
  compare([...source.files.keys()].filter(isTag), manifests.tag, 'tagmanifest', hashes, check);
}

function comparePayload(source: CaseFileSource, manifests: Manifests, hashes: Map<string, Hashes>, check: BagCheck): void {
  const payload = [...source.files.keys()].filter((path) => path.startsWith('data/'));
  const trusted = Object.fromEntries(
    algorithms.map((algorithm) => [algorithm, check.bad.has(`manifest-${algorithm}.txt`) ? null : manifests.payload[algorithm]]),
  ) as Manifests['payload'];
  compare(payload, trusted, 'manifest', hashes, check);
}

function compare(present: string[], lists: Manifests['payload'], kind: string, hashes: Map<string, Hashes>, check: BagCheck): void {
  const used = algorithms.filter((algorithm) => lists[algorithm] !== null);
  const paths = new Set([...present, ...used.flatMap((algorithm) => [...(lists[algorithm]?.keys() ?? [])])]);
  for (const path of [...paths].sort()) {
    const found = hashes.get(path);
    const listed = used.filter((algorithm) => lists[algorithm]?.has(path));
    if (listed.length === 0) {
      if (used.length > 0) flag(check, path, makeFinding('bag-unlisted', path));
    } else if (found === undefined) {
      if (!check.bad.has(path)) flag(check, path, makeFinding('bag-missing', path));
    } else {
      const wrong = listed.filter((algorithm) => lists[algorithm]?.get(path) !== found[algorithm]);
      judge(path, { used, listed, wrong, kind }, check);
    }
  }
}

type Verdict = { used: Algorithm[]; listed: Algorithm[]; wrong: Algorithm[]; kind: string };

/** When every list disagrees with a file, the file was changed; when only one does, that list was. */
function judge(path: string, { used, listed, wrong, kind }: Verdict, check: BagCheck): void {
  const unlisted = used.filter((algorithm) => !listed.includes(algorithm));
  if (wrong.length === listed.length)
    return flag(check, path, makeFinding('bag-altered', path, { facts: { algorithm: wrong.join(' and ') } }));
  for (const algorithm of wrong) blameList(algorithm, `its hash of ${path} is wrong, while the other manifest's is right`);
  for (const algorithm of unlisted) blameList(algorithm, `it does not list ${path}`);

  function blameList(algorithm: Algorithm, problem: string): void {
    check.findings.push(makeFinding('bag-manifest', `${kind}-${algorithm}.txt`, { facts: { problem } }));
  }
}

function flag(check: BagCheck, path: string, finding: Finding): void {
  check.bad.add(path);
  check.findings.push(finding);
}

async function checkDeclaration(source: CaseFileSource, check: BagCheck): Promise<void> {
  if (check.bad.has('bagit.txt')) return;
  const text = await readText(source, 'bagit.txt');
  const values = parseTagFile(text ?? '');
  const problem =
    values.get('BagIt-Version') !== '1.0'
      ? 'its version is not 1.0'
      : values.get('Tag-File-Character-Encoding') !== 'UTF-8'
        ? 'its encoding is not UTF-8'
        : null;
  if (problem !== null) check.findings.push(makeFinding('bag-declaration', 'bagit.txt', { facts: { problem } }));
}

async function checkInfo(source: CaseFileSource, check: BagCheck): Promise<void> {
  check.info = parseTagFile((await readText(source, 'bag-info.txt')) ?? '');
  // A payload file that is gone or new is named by itself; the sum then only says so again.
  const named = check.findings.some(({ code, subject }) => subject.startsWith('data/') && code.startsWith('bag-'));
  const payload = [...source.files].filter(([path]) => path.startsWith('data/'));
  const found = `${payload.reduce((sum, [, file]) => sum + file.size, 0)}.${payload.length}`;
  const expected = check.info.get('Payload-Oxum');
  if (!named && !check.bad.has('bag-info.txt') && expected !== found) {
    check.findings.push(makeFinding('bag-oxum', 'bag-info.txt', { facts: { expected: expected ?? 'nothing', found } }));
  }
}
