/** Is it a whole and unchanged BagIt bag (RFC 8493)? Every file is hashed; every one must be listed, and every listed one be there. */
import { pathProblem } from './case-files.js';
import { textOf } from './read-file.js';

/**
 * @typedef {import('./check-case-file.js').Work} Work
 * @typedef {'sha256' | 'sha512'} Algorithm
 * @typedef {Map<string, string>} List digest by path
 */

const ALGORITHMS = /** @type {Algorithm[]} */ (['sha256', 'sha512']);
const DIGITS = { sha256: 64, sha512: 128 };
/** SHA-512 is checked too of files up to this many bytes, of longer ones when asked: it doubles the time. */
export const SHA512_UP_TO = 64 * 1024 * 1024;
/** How many files are asked of the workers at a time. */
const AT_A_TIME = 16;

/** @param {Work} work */
export async function checkBag(work) {
  await hashAll(work);
  const lists = {
    payload: { sha256: await readManifest(work, 'manifest', 'sha256'), sha512: await readManifest(work, 'manifest', 'sha512') },
    tags: { sha256: await readManifest(work, 'tagmanifest', 'sha256'), sha512: await readManifest(work, 'tagmanifest', 'sha512') },
  };
  const isPayload = (/** @type {string} */ path) => path.startsWith('data/');
  const all = [...work.files.keys()];
  compare(
    work,
    all.filter((path) => !isPayload(path) && !path.startsWith('tagmanifest-')),
    lists.tags,
    'tagmanifest',
  );
  for (const algorithm of ALGORITHMS) if (work.bad.has(`manifest-${algorithm}.txt`)) lists.payload[algorithm] = null;
  compare(work, all.filter(isPayload), lists.payload, 'manifest');
  await checkDeclaration(work);
  await checkInfo(work);
}

/** @param {Work} work */
async function hashAll(work) {
  const waiting = [...work.files];
  work.progress.begin(
    'Reading every file',
    waiting.reduce((sum, [, { size }]) => sum + size, 0),
    waiting.length,
  );
  const one = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await hashOne(work, ...next);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, one));
}

/** @param {Work} work @param {string} path @param {import('./read-file.js').CaseFile} file */
async function hashOne(work, path, { size, packed, open }) {
  work.signal.throwIfAborted();
  const sha512 = work.allSha512 || size <= SHA512_UP_TO;
  try {
    const hashes = await work.pool.run({ kind: 'hash', size, packed, blob: await open(), sha512 }, (bytes) => work.progress.add(bytes));
    work.found.set(path, hashes);
    work.counts.sha512 += sha512 ? 1 : 0;
  } catch (error) {
    work.signal.throwIfAborted();
    work.flag(path, 'bag-unreadable', { problem: /** @type {Error} */ (error).message || 'the browser was refused it' });
  }
  work.progress.addFile(path);
}

/** @param {Work} work @param {string} kind @param {Algorithm} algorithm @returns {Promise<List | null>} */
async function readManifest(work, kind, algorithm) {
  const name = `${kind}-${algorithm}.txt`;
  const file = work.files.get(name);
  const blame = (/** @type {string} */ problem) => work.add('bag-manifest', name, { problem });
  if (file === undefined) {
    // The tag manifests list the manifests, so that one that is gone is named there.
    if (kind === 'tagmanifest') blame('it is not there');
    return null;
  }
  const list = new Map();
  const lines = (await textOf(file)).split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const match = /^([0-9a-fA-F]+)[ \t]+\*?(.+)$/.exec(line);
    const path = (match?.[2] ?? '').replace(/%(25|0d|0a)/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    const problem = pathProblem(path);
    if (match === null) blame(`line ${index + 1} cannot be read`);
    else if (problem !== null) work.add('bag-path', path, { problem });
    else if (match[1].length !== DIGITS[algorithm]) blame(`the hash of ${path} has the wrong length`);
    else if (list.has(path)) blame(`it lists ${path} twice`);
    else list.set(path, match[1].toLowerCase());
  }
  return list;
}

/**
 * @param {Work} work
 * @param {string[]} present
 * @param {Record<Algorithm, List | null>} lists
 * @param {string} kind
 */
function compare(work, present, lists, kind) {
  const used = ALGORITHMS.filter((algorithm) => lists[algorithm] !== null);
  if (used.length === 0) return work.add('bag-manifest', `${kind}-sha256.txt`, { problem: 'without it no file can be judged' });
  const paths = new Set([...present, ...used.flatMap((algorithm) => [...(lists[algorithm]?.keys() ?? [])])]);
  for (const path of [...paths].sort()) {
    const found = work.found.get(path);
    const listed = used.filter((algorithm) => lists[algorithm]?.has(path));
    if (listed.length === 0) work.flag(path, 'bag-unlisted');
    else if (found === undefined) {
      if (!work.bad.has(path)) work.flag(path, 'bag-missing');
    } else {
      const checked = listed.filter((algorithm) => found[algorithm] !== null);
      const wrong = checked.filter((algorithm) => lists[algorithm]?.get(path) !== found[algorithm]);
      judge(work, path, { unlisted: used.filter((algorithm) => !listed.includes(algorithm)), checked, wrong, kind });
    }
  }
}

/**
 * When every list disagrees with a file, the file was changed; when only one does, that list was.
 * @param {Work} work @param {string} path
 * @param {{ unlisted: Algorithm[], checked: Algorithm[], wrong: Algorithm[], kind: string }} verdict
 */
function judge(work, path, { unlisted, checked, wrong, kind }) {
  if (checked.length === 0) return work.flag(path, 'bag-unlisted');
  if (wrong.length === checked.length)
    return work.flag(path, 'bag-altered', { algorithm: wrong.map((name) => name.replace('sha', 'SHA-')).join(' and ') });
  for (const algorithm of wrong)
    work.add('bag-manifest', `${kind}-${algorithm}.txt`, { problem: `its hash of ${path} is wrong, while the other manifest's is right` });
  for (const algorithm of unlisted) work.add('bag-manifest', `${kind}-${algorithm}.txt`, { problem: `it does not list ${path}` });
}

/** `Label: value` lines (section 2.2.2). @param {string} text */
function parseTagFile(text) {
  const values = new Map();
  for (const line of text.replace(/(\r\n|\r|\n)[ \t]+/g, ' ').split(/\r\n|\r|\n/)) {
    const match = /^([^:\s][^:]*):[ \t]*(.*)$/.exec(line);
    if (match !== null) values.set(match[1], match[2]);
  }
  return values;
}

/** @param {Work} work */
async function checkDeclaration(work) {
  const file = work.files.get('bagit.txt');
  if (work.bad.has('bagit.txt')) return;
  if (file === undefined) return work.add('bag-declaration', 'bagit.txt', { problem: 'it is not there' });
  const values = parseTagFile(await textOf(file));
  if (values.get('BagIt-Version') !== '1.0') work.add('bag-declaration', 'bagit.txt', { problem: 'its version is not 1.0' });
  else if (values.get('Tag-File-Character-Encoding') !== 'UTF-8')
    work.add('bag-declaration', 'bagit.txt', { problem: 'its encoding is not UTF-8' });
}

/** @param {Work} work */
async function checkInfo(work) {
  const file = work.files.get('bag-info.txt');
  if (file === undefined) return;
  work.info = parseTagFile(await textOf(file));
  // A payload file that is gone or new is named by itself; the sum then only says so again.
  if ([...work.bad].some((path) => path.startsWith('data/')) || work.bad.has('bag-info.txt')) return;
  const payload = [...work.files].filter(([path]) => path.startsWith('data/'));
  const found = `${payload.reduce((sum, [, { size }]) => sum + size, 0)}.${payload.length}`;
  const expected = work.info.get('Payload-Oxum') ?? 'nothing';
  if (expected !== found) work.add('bag-oxum', 'bag-info.txt', { expected, found });
}
