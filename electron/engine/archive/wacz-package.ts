/** What a WACZ says about itself (WACZ 1.1.1, 5.2.1 and 5.2.2), compared with what it holds. */
import { createHash } from 'node:crypto';
import type { Facts, Json } from '#shared/model/primitives.ts';
import { holds, parseDigest } from './stated-digest.ts';
import type { WaczZip } from './wacz-zip.ts';

const PACKAGE = 'datapackage.json';
const PACKAGE_DIGEST = 'datapackage-digest.json';
const MOST_JSON = 32 * 1024 * 1024;
const MOST_NAMED = 1000;
/**
 * js-wacz (0.1.6 and before, used by Scoop and Perma.cc) hands each chunk of a file to its hash twice: the hash it states
 * is that of the doubled chunks. Told apart from a changed file, because it still fixes every byte.
 */
const DOUBLED_CHUNK = 64 * 1024;

/**
 * `wrong`: files whose bytes are not those the list names; `unlisted`: files it does not name. `doubled`: files whose
 * stated hash is the one js-wacz writes by mistake, see DOUBLED_CHUNK; their bytes are proved by it all the same.
 */
export type PackageCheck = {
  version: string | null;
  facts: Facts;
  checked: number;
  doubled: string[];
  wrong: { path: string; problem: string }[];
  unlisted: string[];
  digest: 'holds' | 'wrong' | 'not-stated';
  /** A signature is told, never judged: who signed is for a person to find out. */
  signed: boolean;
};

type Shape = { [key: string]: Json };

export async function checkPackage(zip: WaczZip): Promise<PackageCheck> {
  const bytes = await entryBytes(zip, PACKAGE);
  const said = bytes === null ? null : parseObject(bytes);
  const check: PackageCheck = {
    version: null,
    facts: {},
    checked: 0,
    doubled: [],
    wrong: [],
    unlisted: [],
    digest: 'not-stated',
    signed: false,
  };
  if (bytes === null || said === null) {
    check.wrong.push({ path: PACKAGE, problem: bytes === null ? 'it is not there, or too large' : 'it is no JSON object' });
    return check;
  }
  check.version = words(said['wacz_version']);
  check.facts = {
    waczVersion: check.version,
    packageSoftware: words(said['software']),
    packageTitle: words(said['title']),
    packageCreated: words(said['created']),
    mainPage: words(said['mainPageUrl'] ?? said['mainPageURL']),
  };
  await checkResources(zip, Array.isArray(said['resources']) ? said['resources'] : [], check);
  await checkDigest(zip, bytes, check);
  return check;
}

async function checkResources(zip: WaczZip, resources: Json[], check: PackageCheck): Promise<void> {
  const listed = new Set([PACKAGE, PACKAGE_DIGEST]);
  for (const resource of resources) {
    const { path, hash, bytes } = isObject(resource) ? resource : {};
    if (typeof path !== 'string' || listed.has(path)) continue;
    listed.add(path);
    const problem = await resourceProblem(zip, path, hash, bytes);
    check.checked += 1;
    if (problem === 'doubled') {
      check.doubled.push(path.slice(0, 500));
      continue;
    }
    if (problem !== null && check.wrong.length < MOST_NAMED) check.wrong.push({ path: path.slice(0, 500), problem });
  }
  for (const name of zip.entries.keys())
    if (!listed.has(name) && check.unlisted.length < MOST_NAMED) check.unlisted.push(name.slice(0, 500));
}

async function resourceProblem(zip: WaczZip, path: string, hash: Json | undefined, bytes: Json | undefined): Promise<string | null> {
  const entry = zip.entries.get(path);
  if (entry === undefined) return 'it is not there';
  if (typeof bytes === 'number' && bytes !== entry.uncompressedSize) return `it has ${entry.uncompressedSize} bytes, not ${bytes}`;
  const digest = parseDigest(typeof hash === 'string' ? hash : null);
  if (digest === null) return 'no hash is stated for it';
  const hashing = createHash(digest.algorithm);
  const doubled = createHash(digest.algorithm);
  try {
    for await (const chunk of inChunks((await zip.open(entry)) as AsyncIterable<Buffer>, DOUBLED_CHUNK)) {
      hashing.update(chunk);
      doubled.update(chunk).update(chunk);
    }
  } catch (error) {
    return `it cannot be unpacked (${(error as Error).message})`;
  }
  if (holds(digest, hashing)) return null;
  return holds(digest, doubled) ? 'doubled' : 'its bytes do not have the hash that is stated';
}

/** The same bytes in chunks of one size, the last one shorter. */
async function* inChunks(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of source) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (; held.length >= size; held = held.subarray(size)) yield held.subarray(0, size);
  }
  if (held.length > 0) yield held;
}

async function checkDigest(zip: WaczZip, packageBytes: Buffer, check: PackageCheck): Promise<void> {
  const bytes = await entryBytes(zip, PACKAGE_DIGEST);
  const said = bytes === null ? null : parseObject(bytes);
  if (said === null) return;
  const digest = parseDigest(words(said['hash']));
  check.signed = isObject(said['signedData']);
  check.digest = digest !== null && holds(digest, createHash(digest.algorithm).update(packageBytes)) ? 'holds' : 'wrong';
  if (check.digest === 'wrong') check.wrong.push({ path: PACKAGE, problem: `it does not have the hash that ${PACKAGE_DIGEST} states` });
}

async function entryBytes(zip: WaczZip, name: string): Promise<Buffer | null> {
  const entry = zip.entries.get(name);
  if (entry === undefined || entry.uncompressedSize > MOST_JSON) return null;
  try {
    return Buffer.concat((await (await zip.open(entry)).toArray()) as Buffer[]);
  } catch {
    return null; // A file that cannot be unpacked is told where it is hashed.
  }
}

function parseObject(bytes: Buffer): Shape | null {
  try {
    const value = JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, '')) as Json;
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: Json | undefined): value is Shape {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function words(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, 1000) : null;
}
