/** All checks of a case file, one after the other. Knows nothing of the page: it runs the same in a test. */
import { checkBag } from './check-bag.js';
import { checkClaims } from './check-claims.js';
import { checkItems } from './check-items.js';
import { checkJournal } from './check-journal.js';
import { checkPassages } from './check-passages.js';
import { checkSeals, readWithheld } from './check-seals.js';
import { noFacts } from './journal-facts.js';
import { textOf } from './read-file.js';

/**
 * @typedef {import('./case-files.js').Finding} Finding
 * @typedef {import('./case-files.js').OpenedCaseFile} OpenedCaseFile
 * @typedef {{ kind: string, id: string, seq: number, hash: string, reason: string, redactedCopy: string | null }} Withheld
 * @typedef {{ begin(words: string, bytes: number, files?: number): void, add(bytes: number): void, addFile(path: string): void }} Progress
 * @typedef {{ pool: import('./pool.js').Pool, progress: Progress, signal: AbortSignal, allSha512: boolean }} Means
 */

/** So many findings of one kind are kept word for word; of more, only the number. */
const MOST_OF_A_KIND = 200;
/** The page is given time to draw after so many milliseconds. */
const BREATH = 30;

/** What the checks share: the files, what was found out so far, and what does not hold. */
export class Work {
  /** @type {Finding[]} */
  findings = [];
  /** How many of each kind, kept or not. @type {Map<string, number>} */
  kinds = new Map();
  /** Hashes of each file as found. @type {Map<string, import('./tasks.js').Hashes>} */
  found = new Map();
  /** Files that a finding names already: nothing more is concluded from them. @type {Set<string>} */
  bad = new Set();
  /** Labels of bag-info.txt. @type {Map<string, string>} */
  info = new Map();
  /** @type {Map<string, { bytes: Uint8Array, publicKey: string, firstSeq: number }>} */
  keys = new Map();
  /** Whether the case file says that it is a part of a case. */
  partial = false;
  /** Placeholders of withheld entries by number. @type {Map<number, Withheld>} */
  withheld = new Map();
  /** Hashes of the journal's entries by number. @type {Map<number, string>} */
  hashes = new Map();
  journalHead = '';
  facts = noFacts();
  /** Items by id; null where their record cannot be read. @type {Map<string, Record<string, any> | null>} */
  items = new Map();
  /** @type {Set<string>} */
  passages = new Set();
  /** @type {{ path: string, seal: string, chain: string | null, time: number | null }[]} */
  tokens = [];
  /** @type {{ treeSize: number, rootHash: string, at: string } | null} */
  lastSeal = null;
  counts = {
    sha512: 0,
    entries: 0,
    unsigned: 0,
    signatures: 0,
    seals: 0,
    roots: 0,
    notRecomputed: 0,
    consistency: 0,
    provedTold: 0,
    provedWithheld: 0,
    items: 0,
    itemFiles: 0,
    passages: 0,
    words: 0,
    claims: 0,
    evidence: 0,
  };
  #breathed = performance.now();

  /** @param {OpenedCaseFile} opened @param {Means} means */
  constructor({ name, files, findings }, { pool, progress, signal, allSha512 }) {
    this.name = name;
    this.files = files;
    this.pool = pool;
    this.progress = progress;
    this.signal = signal;
    this.allSha512 = allSha512;
    for (const { code, subject, facts } of findings) this.add(code, subject, facts);
  }

  /** @param {string} code @param {string} subject @param {Record<string, string | number>} [facts] */
  add(code, subject, facts = {}) {
    const count = (this.kinds.get(code) ?? 0) + 1;
    this.kinds.set(code, count);
    if (count <= MOST_OF_A_KIND) this.findings.push({ code, subject, facts });
  }

  /** A finding about a file, from which nothing more is concluded. @param {string} path @param {string} code @param {Record<string, string | number>} [facts] */
  flag(path, code, facts) {
    this.bad.add(path);
    this.add(code, path, facts);
  }

  /**
   * JSON of the shape that `fits`; null, with a finding, when it is not.
   * @param {string} path @param {string} text @param {(value: any) => boolean} fits
   */
  parse(path, text, fits) {
    try {
      const value = JSON.parse(text);
      if (fits(value)) return value;
      this.add('shape', path, { problem: 'it does not have the parts it should have' });
    } catch {
      this.add('shape', path, { problem: 'it is not JSON' });
    }
    return null;
  }

  /** Every entry is there and holds, so that what the journal does not tell of is not of this case. */
  isWholeJournal() {
    return !this.partial && this.hashes.size > 0 && ![...this.kinds.keys()].some((code) => code.startsWith('journal-'));
  }

  /** Whether the case file may lack this thing though the journal tells of it. @param {string} id */
  mayLack(id) {
    return !this.isWholeJournal() || this.facts.removed.has(id) || this.facts.doubtful.has(id);
  }

  /** A thing that a part of a case says it withholds. @param {unknown} id */
  isWithheld(id) {
    return [...this.withheld.values()].some((one) => one.id === id);
  }

  /** Lets the page draw and a person cancel. */
  async breathe() {
    this.signal.throwIfAborted();
    if (performance.now() - this.#breathed < BREATH) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#breathed = performance.now();
  }
}

/** @param {OpenedCaseFile} opened @param {Means} means */
export async function checkCaseFile(opened, means) {
  const work = new Work(opened, means);
  await checkBag(work);
  await readWithheld(work);
  await checkJournal(work);
  await checkSeals(work);
  await checkItems(work);
  await checkPassages(work);
  await checkClaims(work);
  await checkRecord(work);
  return work;
}

/** The case in short, and what the bag says of it. @param {Work} work */
async function checkRecord(work) {
  const path = 'data/case.json';
  const file = work.files.get(path);
  const record = file === undefined ? null : work.parse(path, await textOf(file), (value) => typeof value?.caseId === 'string');
  if (record === null || work.bad.has(path)) return;
  const created = work.facts.caseCreated;
  for (const name of ['caseId', 'title', 'createdAt'])
    if (created !== null && name in created && created[name] !== record[name]) work.add('case-record', path, { field: name });
  if (work.isWholeJournal() && (record.journal?.entries !== work.counts.entries || record.journal?.head !== work.journalHead))
    work.add('case-journal', path, { entries: String(record.journal?.entries), found: work.counts.entries });
  const stated = work.info.get('External-Identifier');
  if (!work.bad.has('bag-info.txt') && stated !== undefined && stated !== record.caseId)
    work.add('case-record', 'bag-info.txt', { field: 'caseId' });
}
