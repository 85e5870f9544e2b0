/** A case file of chosen things: each entry told, and each held back, is proved to be part of the sealed whole. */
import { z } from 'zod';
import { makeFinding } from '#shared/finding-words.ts';
import type { Finding } from '#shared/model/proof.ts';
import { inclusion, treeHead, type Inclusion } from '#shared/model/seals.ts';
import { withheldEntry } from '#shared/model/selection.ts';
import { provesInclusion } from '../merkle/proofs.ts';
import { entryLeaf } from '../merkle/tree-hash.ts';
import type { CaseFileSource } from './case-file-source.ts';
import { readLines, readText } from './read-file.ts';

export const PROOFS = 'data/journal/proofs.jsonl';
export const WITHHELD = 'data/journal/withheld.json';
const SEAL = /^data\/journal\/seals\/\d+\.json$/;

export type Proofs = { check(entry: { seq: number; hash: string }): Finding[] };

/** Null in a case file of a whole case. The seals' own signatures are checked with the seals. */
export async function readProofs(source: CaseFileSource, signal: AbortSignal): Promise<Proofs | null> {
  if (!source.files.has(PROOFS)) return null;
  const roots = await sealedRoots(source);
  const proofs = new Map<number, Inclusion>();
  for await (const line of readLines(source, PROOFS, signal)) {
    const proof = parse(line, inclusion);
    if (proof !== null) proofs.set(proof.seq, proof);
  }
  return {
    check({ seq, hash }) {
      const problem = problemOf(proofs.get(seq), hash, roots);
      return problem === null ? [] : [makeFinding('proof-wrong', String(seq), { facts: { problem } })];
    },
  };
}

function problemOf(proof: Inclusion | undefined, hash: string, roots: ReadonlyMap<number, string>): string | null {
  if (proof === undefined) return 'there is no proof for it';
  const root = roots.get(proof.treeSize);
  if (root === undefined) return 'its proof leads to no seal of the case file';
  if (proof.hash !== hash) return 'its proof is for another entry';
  const path = proof.path.map((node) => Buffer.from(node, 'hex'));
  const holds = provesInclusion({
    leaf: entryLeaf(hash),
    index: proof.seq - 1,
    size: proof.treeSize,
    path,
    root: Buffer.from(root, 'hex'),
  });
  return holds ? null : 'its proof does not lead to the sealed root';
}

/** Roots by tree size. */
async function sealedRoots(source: CaseFileSource): Promise<Map<number, string>> {
  const roots = new Map<number, string>();
  for (const path of source.files.keys()) {
    const head = SEAL.test(path) ? parse((await readText(source, path)) ?? '', treeHead) : null;
    if (head !== null) roots.set(head.treeSize, head.rootHash);
  }
  return roots;
}

/** Placeholders: no more is told of them than that the sealed journal holds them. */
export async function checkWithheld(source: CaseFileSource, proofs: Proofs): Promise<Finding[]> {
  const list = parse((await readText(source, WITHHELD)) ?? '', z.array(withheldEntry));
  if (list === null) return [makeFinding('casefile-content', WITHHELD, { facts: { problem: 'it does not list what was held back' } })];
  const missing = list.filter(({ redactedCopy }) => redactedCopy !== null && !source.files.has(redactedCopy));
  return [
    ...list.flatMap((entry) => proofs.check(entry)),
    ...missing.map(({ redactedCopy }) =>
      makeFinding('casefile-content', redactedCopy ?? '', { facts: { problem: 'a redacted copy that is named is not there' } }),
    ),
  ];
}

function parse<Schema extends z.ZodType>(text: string, schema: Schema): z.output<Schema> | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
