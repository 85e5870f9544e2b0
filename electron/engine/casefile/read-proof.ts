/** Keys and seals of a case file, ready to be held against its journal. */
import type { z } from 'zod';
import { canonicalJson } from '#shared/canonical-json.ts';
import { exportedConsistency, exportedKeys, exportedSeal, exportedSeals } from '#shared/model/case-file.ts';
import type { TreeHead } from '#shared/model/seals.ts';
import { sealPath } from '../seal/seal-files.ts';
import { SealCheck } from '../verify/check-seals.ts';
import { SignatureCheck } from '../verify/check-signatures.ts';
import { disagree, readJson, type ContentWork } from './content-check.ts';
import { readText } from './read-file.ts';

export type Proof = {
  profile: string;
  /** Null where the file is not there, was changed or has another shape, which is told already. */
  keys: z.output<typeof exportedKeys> | null;
  listed: z.output<typeof exportedSeals> | null;
  growth: z.output<typeof exportedConsistency> | null;
  /** By path, oldest first. */
  heads: Map<string, TreeHead>;
  signatures: SignatureCheck;
  seals: SealCheck;
};

type Work = Pick<ContentWork, 'source' | 'bag' | 'findings'>;

const SEAL = /^data\/journal\/seals\/\d+\.json$/;

export async function readProof(work: Work): Promise<Proof> {
  const profile = work.bag.info.get('Holdfast-Profile') ?? '1';
  // Where profile 1 has them nevertheless they are checked like any.
  const wanted = (path: string) => profile !== '1' || work.source.files.has(path);
  const read = async <Schema extends z.ZodType>(name: string, schema: Schema) => {
    const path = `data/journal/${name}`;
    return wanted(path) ? readJson(work, path, schema) : null;
  };
  const keys = await read('keys.json', exportedKeys);
  const heads = await readHeads(work);
  const signatures = new SignatureCheck(keys ?? []);
  return {
    profile,
    keys,
    listed: await read('seals.json', exportedSeals),
    growth: await read('consistency.json', exportedConsistency),
    heads,
    signatures,
    seals: new SealCheck([...heads.values()], signatures),
  };
}

/** A seal's bytes were stamped, so they must be the very ones: canonical, and under the name of its size. */
async function readHeads(work: Work): Promise<Map<string, TreeHead>> {
  const heads: [string, TreeHead][] = [];
  for (const path of [...work.source.files.keys()].filter((name) => SEAL.test(name))) {
    if (work.bag.bad.has(path)) continue;
    const head = await readJson(work, path, exportedSeal.strict());
    if (head === null) continue;
    if (canonicalJson(head) !== (await readText(work.source, path)))
      disagree(work, path, 'it is not in canonical JSON, so no timestamp fits it');
    if (path !== sealPath(head.treeSize)) disagree(work, path, `its name is not that of a seal over ${head.treeSize} entries`);
    heads.push([path, head]);
  }
  return new Map(heads.sort(([, one], [, other]) => one.treeSize - other.treeSize));
}
