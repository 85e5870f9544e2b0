/** Seals: signed heads of the tree over the journal, and the proofs that lead to them (RFC 9162, section 2.1). */
import { fromBase64, fromHex, holdsBytes, toHex, utf8 } from './bytes.js';
import { canonicalJson, sameJson } from './canonical-json.js';
import { GrowingTree, provesConsistency, provesInclusion } from './merkle.js';
import { bytesOf, linesOf, textOf } from './read-file.js';
import { sha256Of } from './sha256.js';

/**
 * @typedef {import('./check-case-file.js').Work} Work
 * @typedef {{ path: string, treeSize: number, root: Uint8Array, head: Record<string, any>, holds: boolean }} Seal
 */

const SEAL = /^data\/journal\/seals\/(\d{8,})\.json$/;
const TOKEN = /^data\/journal\/seals\/(\d{8,})\.(\d+)\.tsr$/;
const SEALS = 'data/journal/seals.json';
const CONSISTENCY = 'data/journal/consistency.json';
const PROOFS = 'data/journal/proofs.jsonl';
const WITHHELD = 'data/journal/withheld.json';
const TREE_HEAD_CONTEXT = 'holdfast-tree-head/1';

/** Placeholders of what a partial case file withholds; read first, because the chain goes through them. @param {Work} work */
export async function readWithheld(work) {
  work.partial = work.files.has(PROOFS) || work.files.has(WITHHELD);
  const file = work.files.get(WITHHELD);
  if (file === undefined) return;
  for (const one of work.parse(WITHHELD, await textOf(file), Array.isArray) ?? [])
    if (Number.isSafeInteger(one?.seq) && fromHex(one?.hash)?.length === 32) work.withheld.set(one.seq, one);
    else work.add('shape', WITHHELD, { problem: 'one of its placeholders names no entry' });
}

/** After the journal was read. @param {Work} work */
export async function checkSeals(work) {
  work.progress.begin('Checking seals', 0);
  const seals = await readSeals(work);
  checkTree(work, seals);
  compareWithJournal(work, seals);
  await checkConsistency(work, seals);
  if (work.partial) await checkProofs(work, seals);
  await checkTokens(work);
  const last = seals.at(-1);
  work.lastSeal = last === undefined ? null : { treeSize: last.treeSize, rootHash: String(last.head.rootHash), at: String(last.head.at) };
}

/** By size, smallest first. @param {Work} work @returns {Promise<Seal[]>} */
async function readSeals(work) {
  /** @type {Seal[]} */
  const seals = [];
  for (const [path, file] of work.files) {
    const match = SEAL.exec(path);
    if (match === null) continue;
    const text = await textOf(file);
    const head = work.parse(path, text, (value) => value !== null && typeof value === 'object' && !Array.isArray(value));
    if (head === null) continue;
    const root = fromHex(head.rootHash);
    if (root?.length !== 32 || head.treeSize !== Number(match[1]) || canonicalJson(head) !== text) {
      work.add('shape', path, { problem: 'it is not the canonical text of the tree head its name says' });
      continue;
    }
    seals.push({ path, treeSize: head.treeSize, root, head, holds: await isSigned(work, head) });
    if (seals.at(-1)?.holds !== true) work.add('seal-altered', String(head.treeSize), { path });
    if (work.facts.caseCreated !== null && head.caseId !== work.facts.caseCreated.caseId)
      work.add('seal-case', String(head.treeSize), { path });
  }
  work.counts.seals = seals.length;
  return seals.sort((one, other) => one.treeSize - other.treeSize);
}

/** @param {Work} work @param {Record<string, any>} head @returns {Promise<boolean>} */
async function isSigned(work, { signature, ...head }) {
  const [key, bytes] = [work.keys.get(head.keyId), fromBase64(signature)];
  if (head.type !== TREE_HEAD_CONTEXT || key === undefined || bytes === null) return false;
  const message = utf8(`${TREE_HEAD_CONTEXT}\n${canonicalJson(head)}`);
  const [holds] = await work.pool.run({ kind: 'signatures', signed: [{ key: key.bytes, message, signature: bytes }] });
  return holds;
}

/** Grows the tree again over the hashes that are told, as far as none is missing. @param {Work} work @param {Seal[]} seals */
function checkTree(work, seals) {
  const tree = new GrowingTree();
  for (const { treeSize, root, head, path } of seals) {
    const told = work.hashes.get(treeSize) ?? work.withheld.get(treeSize)?.hash;
    if (told !== undefined && told !== head.headHash) work.add('seal-head', String(treeSize), { path });
    while (tree.size < treeSize) {
      const data = fromHex(work.hashes.get(tree.size + 1) ?? work.withheld.get(tree.size + 1)?.hash);
      if (data?.length !== 32) break;
      tree.add(data);
    }
    if (tree.size === treeSize) {
      work.counts.roots += 1;
      if (toHex(tree.root()) !== toHex(root)) work.add('seal-root', String(treeSize), { path });
    } else if (!work.partial) {
      if (treeSize > Math.max(0, ...work.hashes.keys())) work.add('seal-beyond', String(treeSize), { path, entries: work.hashes.size });
      else work.counts.notRecomputed += 1;
    }
  }
}

/** Each seal that the journal tells of is there, and says the same. @param {Work} work @param {Seal[]} seals */
function compareWithJournal(work, seals) {
  const byPath = new Map(seals.map((seal) => [seal.treeSize, seal]));
  for (const { seq, head } of work.facts.seals) {
    const seal = byPath.get(head.treeSize);
    if (seal === undefined) work.add('seal-lost', String(head.treeSize), { seq });
    else if (!sameJson(seal.head, head)) work.add('seal-differs', String(head.treeSize), { seq, path: seal.path });
  }
}

/** @param {unknown} path @returns {Uint8Array[] | null} */
function readPath(path) {
  if (!Array.isArray(path)) return null;
  const steps = path.map(fromHex);
  return steps.every((step) => step?.length === 32) ? /** @type {Uint8Array[]} */ (steps) : null;
}

/** Each seal is proved to be the beginning of the next. @param {Work} work @param {Seal[]} seals */
async function checkConsistency(work, seals) {
  const file = work.files.get(CONSISTENCY);
  const proofs = file === undefined ? [] : (work.parse(CONSISTENCY, await textOf(file), Array.isArray) ?? []);
  const bySize = new Map(seals.map((seal) => [seal.treeSize, seal]));
  const proved = new Set();
  for (const proof of proofs) {
    const [first, second, path] = [bySize.get(proof?.from), bySize.get(proof?.to), readPath(proof?.path)];
    const holds =
      first !== undefined &&
      second !== undefined &&
      path !== null &&
      provesConsistency({ first: first.treeSize, second: second.treeSize, firstRoot: first.root, secondRoot: second.root, path });
    if (!holds) work.add('consistency-wrong', `${proof?.from}-${proof?.to}`, { from: String(proof?.from), to: String(proof?.to) });
    else work.counts.consistency += 1;
    proved.add(`${proof?.from}-${proof?.to}`);
  }
  // Where the whole journal is there, the roots themselves show it.
  if (!work.partial) return;
  seals.slice(1).forEach(({ treeSize }, at) => {
    const from = seals[at].treeSize;
    if (!proved.has(`${from}-${treeSize}`)) work.add('consistency-missing', `${from}-${treeSize}`, { from, to: treeSize });
  });
}

/** Partial case files: every entry told or withheld leads to the root of a seal. @param {Work} work @param {Seal[]} seals */
async function checkProofs(work, seals) {
  const bySize = new Map(seals.map((seal) => [seal.treeSize, seal]));
  const proved = new Set();
  const file = work.files.get(PROOFS);
  if (file !== undefined) {
    for await (const line of linesOf(file)) {
      await work.breathe();
      const proof = work.parse(PROOFS, line, (value) => Number.isSafeInteger(value?.seq));
      if (proof === null) continue;
      proved.add(proof.seq);
      const [seal, data, path] = [bySize.get(proof.treeSize), fromHex(proof.hash), readPath(proof.path)];
      const told = work.hashes.get(proof.seq) ?? work.withheld.get(proof.seq)?.hash;
      if (told === undefined) work.add('proof-stray', String(proof.seq));
      else if (told !== proof.hash) work.add('proof-other', String(proof.seq));
      else if (seal === undefined || data?.length !== 32 || path === null) work.add('proof-wrong', String(proof.seq));
      else if (!provesInclusion({ data, index: proof.seq - 1, size: proof.treeSize, path, root: seal.root }))
        work.add('proof-wrong', String(proof.seq));
      else if (work.withheld.has(proof.seq)) work.counts.provedWithheld += 1;
      else work.counts.provedTold += 1;
    }
  }
  const sealed = seals.at(-1)?.treeSize ?? 0;
  for (const seq of [...work.hashes.keys(), ...work.withheld.keys()])
    if (seq <= sealed && !proved.has(seq)) work.add('proof-missing', String(seq));
  if (seals.length === 0) work.add('seal-none', PROOFS);
  for (const { id, redactedCopy } of work.withheld.values()) {
    const [found, said] = [
      work.found.get(String(redactedCopy))?.sha256,
      [...work.facts.files.values()].filter(({ itemId }) => itemId === id),
    ];
    if (redactedCopy && !said.some(({ sha256 }) => sha256 === found)) work.add('redacted-copy', String(redactedCopy));
  }
}

/** What can be told of a timestamp without reading its signature: whether it speaks of this seal at all. @param {Work} work */
async function checkTokens(work) {
  const times = await tokenTimes(work);
  for (const [path, file] of work.files) {
    const match = TOKEN.exec(path);
    if (match === null) continue;
    const seal = `data/journal/seals/${match[1]}.json`;
    const sealFile = work.files.get(seal);
    const imprint = sealFile === undefined ? null : fromHex(sha256Of(await textOf(sealFile)));
    const chain = path.replace(/tsr$/, 'pem');
    work.tokens.push({ path, seal, chain: work.files.has(chain) ? chain : null, time: times.get(path) ?? null });
    if (imprint === null || !holdsBytes(await bytesOf(file), imprint)) work.add('token-other', path, { seal });
  }
  const there = new Set(work.tokens.map(({ path }) => work.found.get(path)?.sha256));
  for (const [seq, sha256] of work.facts.timestamps) if (!there.has(sha256)) work.add('token-lost', String(seq));
}

/** When each timestamp says it was made, as seals.json tells. @param {Work} work @returns {Promise<Map<string, number>>} seconds since 1970 */
async function tokenTimes(work) {
  const file = work.files.get(SEALS);
  const listed = file === undefined ? [] : (work.parse(SEALS, await textOf(file), Array.isArray) ?? []);
  const tokens = listed.flatMap((/** @type {any} */ seal) => (Array.isArray(seal?.tokens) ? seal.tokens : []));
  return new Map(tokens.map((/** @type {any} */ asked) => [asked?.token?.file, Math.floor(Date.parse(asked?.token?.time) / 1000)]));
}
