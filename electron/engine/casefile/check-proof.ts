/** Do keys, seals and proofs of growth agree with the journal, both ways? */
import { provesConsistency } from '../merkle/proofs.ts';
import { differences } from '../verify/differences.ts';
import { disagree, type ContentWork } from './content-check.ts';
import type { Proof } from './read-proof.ts';

const [KEYS, SEALS, GROWTH] = ['data/journal/keys.json', 'data/journal/seals.json', 'data/journal/consistency.json'];

export function checkProof(work: ContentWork, proof: Proof): void {
  checkKeys(work, proof);
  checkListed(work, proof);
  checkActs(work, proof);
  checkGrowth(work, proof);
}

/** Each key signed from the entry it names on, and none stands there that signed nothing. */
function checkKeys(work: ContentWork, { keys }: Proof): void {
  const seen = new Set<string>();
  for (const { keyId, firstSeq } of keys ?? []) {
    const first = work.told.keys.get(keyId);
    if (seen.has(keyId)) disagree(work, KEYS, `it names the key ${keyId} twice`);
    seen.add(keyId);
    // Of chosen things the journal tells less, and may lack a key's first entry.
    if (first !== firstSeq && work.told.whole && !work.told.partial)
      disagree(
        work,
        KEYS,
        first === undefined
          ? `no entry is signed with the key ${keyId}`
          : `it says that the key ${keyId} first signed entry ${firstSeq}, and the journal says ${first}`,
      );
  }
}

/** Every seal in the list has its file and every file is in the list. */
function checkListed(work: ContentWork, { listed, heads }: Proof): void {
  const files = new Set<string>();
  for (const { file, treeSize, at } of listed ?? []) {
    const head = heads.get(file);
    files.add(file);
    if (head === undefined) {
      if (!work.bag.bad.has(file)) disagree(work, SEALS, `it names ${file}, which is not there`);
    } else if (head.treeSize !== treeSize || head.at !== at) disagree(work, SEALS, `what it says of ${file} is not what stands there`);
  }
  if (listed !== null) for (const path of heads.keys()) if (!files.has(path)) disagree(work, path, 'the list of seals does not name it');
}

/** Every seal was entered in the journal as it stands, and every seal the journal tells of is there. */
function checkActs(work: ContentWork, { listed, heads }: Proof): void {
  const { told } = work;
  for (const [path, head] of heads) {
    if (told.caseCreated !== null && head.caseId !== told.caseCreated['caseId']) disagree(work, path, 'it is a seal of another case');
  }
  if (listed === null && told.seals.size === 0) return;
  const present = new Set(listed?.map(({ id }) => id));
  const newest = [...heads.keys()].at(-1);
  for (const { id, file, reason, seq } of listed ?? []) {
    if (told.doubtful.has(id)) continue;
    const act = told.seals.get(id);
    const head = heads.get(file);
    if (act === undefined) {
      // The act of the newest seal comes after what that seal proves, so a case file of chosen things has not got it.
      if (told.whole && !(told.partial && file === newest)) disagree(work, SEALS, `the journal does not know the seal ${id}`);
    } else if (head !== undefined && differences(act.said, { reason, head }).length > 0)
      disagree(work, file, 'it is not the seal that the journal tells of');
    else if (act.seq !== seq) disagree(work, SEALS, `entry ${seq} does not tell of the seal ${id}; entry ${act.seq} does`);
  }
  for (const id of told.seals.keys())
    if (!present.has(id) && !told.doubtful.has(id) && !work.bag.bad.has(SEALS))
      disagree(work, SEALS, `the seal ${id}, which the journal says was made, is not there`);
}

/** One proof from each seal to the next (RFC 9162, section 2.1.4.2), and no seal left out. */
function checkGrowth(work: ContentWork, { growth, heads }: Proof): void {
  if (growth === null) return;
  const seals = [...heads.values()];
  const proofs = new Map(growth.map((proof) => [`${proof.from} ${proof.to}`, proof]));
  if (growth.length !== Math.max(0, seals.length - 1) && work.told.whole)
    disagree(work, GROWTH, `it has ${growth.length} proofs for ${seals.length} seals`);
  for (const [index, to] of seals.slice(1).entries()) {
    const from = seals[index];
    if (from === undefined) continue;
    const proof = proofs.get(`${from.treeSize} ${to.treeSize}`);
    const holds =
      proof !== undefined &&
      provesConsistency({
        first: from.treeSize,
        second: to.treeSize,
        firstRoot: Buffer.from(from.rootHash, 'hex'),
        secondRoot: Buffer.from(to.rootHash, 'hex'),
        path: proof.path.map((hash) => Buffer.from(hash, 'hex')),
      });
    if (!holds && (proof !== undefined || work.told.whole))
      disagree(work, GROWTH, `that the seal over ${to.treeSize} entries goes on from that over ${from.treeSize} is not proved`);
  }
}
