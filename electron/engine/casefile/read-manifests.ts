import { makeFinding } from '#shared/finding-words.ts';
import type { Finding } from '#shared/model/proof.ts';
import { parseManifest } from '../export/manifest-lines.ts';
import { pathProblem, type CaseFileSource } from './case-file-source.ts';
import { readText } from './read-file.ts';

export const algorithms = ['sha256', 'sha512'] as const;
export type Algorithm = (typeof algorithms)[number];

/** Digest by path; null where the manifest is not there. */
type Lists = Record<Algorithm, Map<string, string> | null>;
export type Manifests = { payload: Lists; tag: Lists; findings: Finding[] };

const DIGITS: Record<Algorithm, number> = { sha256: 64, sha512: 128 };

/** All four manifests of a case file. Lines that cannot be used are findings; the others count. */
export async function readManifests(source: CaseFileSource): Promise<Manifests> {
  const findings: Finding[] = [];
  const lists = async (kind: string): Promise<Lists> => ({
    sha256: await readOne(source, `${kind}-sha256.txt`, 'sha256', findings),
    sha512: await readOne(source, `${kind}-sha512.txt`, 'sha512', findings),
  });
  return { payload: await lists('manifest'), tag: await lists('tagmanifest'), findings };
}

async function readOne(
  source: CaseFileSource,
  name: string,
  algorithm: Algorithm,
  findings: Finding[],
): Promise<Map<string, string> | null> {
  const bad = (problem: string) => findings.push(makeFinding('bag-manifest', name, { facts: { problem } }));
  const text = await readText(source, name);
  if (text === null) {
    // The tag manifest lists the manifests, so that a manifest that is gone is named there.
    if (name.startsWith('tagmanifest')) bad('it is not there');
    return null;
  }
  const { lines, badLines } = parseManifest(text);
  const list = new Map<string, string>();
  for (const line of badLines) bad(`line ${line} cannot be read`);
  for (const { digest, path } of lines) {
    const problem = pathProblem(path);
    if (problem !== null) findings.push(makeFinding('bag-path', path, { facts: { problem } }));
    else if (digest.length !== DIGITS[algorithm]) bad(`the hash of ${path} has the wrong length`);
    else if (list.has(path)) bad(`it lists ${path} twice`);
    else list.set(path, digest);
  }
  return list;
}
