/** The journal: each line is the text its hash was taken over, each holds the hash of the one before, each is signed. */
import { fromBase64, toHex, utf8 } from './bytes.js';
import { canonicalJson } from './canonical-json.js';
import { listen } from './journal-facts.js';
import { linesOf, textOf } from './read-file.js';
import { Sha256, sha256Of } from './sha256.js';

/**
 * @typedef {import('./check-case-file.js').Work} Work
 * @typedef {{ seq: number, hash: string, prevHash: string, action: string, subject: string, payload: any, keyId: string | null, signature: string | null }} Entry
 */

export const JOURNAL = 'data/journal/journal.jsonl';
const KEYS = 'data/journal/keys.json';
const NO_HASH = '0'.repeat(64);
/** First line of what is signed. */
const ENTRY_CONTEXT = 'holdfast-entry/1';
/** Signatures given to a worker at a time. */
const BATCH = 100;

/** @param {Work} work */
export async function checkJournal(work) {
  await readKeys(work);
  const file = work.files.get(JOURNAL);
  if (file === undefined) return work.add('journal-empty', JOURNAL);
  work.progress.begin('Reading the journal', file.size);
  const signatures = new SignatureCheck(work);
  /** @type {{ seq: number, hash: string | null }} */
  let before = { seq: 0, hash: NO_HASH };
  let number = 0;
  for await (const line of linesOf(file)) {
    number += 1;
    work.progress.add(line.length + 1);
    if (number % 50 === 0) await work.breathe();
    const entry = readLine(line);
    if (entry === null) {
      work.add('journal-line', String(number));
      before = { seq: before.seq + 1, hash: null };
    } else before = checkEntry(work, entry, before, signatures);
  }
  work.counts.entries = number;
  work.journalHead = before.hash ?? '';
  if (number === 0) work.add('journal-empty', JOURNAL);
  await signatures.end();
}

/** The line must be canonical JSON to the letter. @param {string} line @returns {Entry | null} */
function readLine(line) {
  try {
    const { hash, signature = null, ...hashed } = JSON.parse(line);
    const entry = { keyId: null, ...hashed, hash, signature };
    const typed = ['hash', 'prevHash', 'action', 'subject'].every((name) => typeof entry[name] === 'string');
    return typed && Number.isSafeInteger(entry.seq) && canonicalJson(JSON.parse(line)) === line ? entry : null;
  } catch {
    return null;
  }
}

/** What the hash of an entry is taken over: everything but it and its signature. @param {Entry} entry */
function hashOf({ hash: _hash, signature: _signature, keyId, ...rest }) {
  return sha256Of(canonicalJson(keyId === null ? rest : { ...rest, keyId }));
}

/**
 * @param {Work} work @param {Entry} entry @param {{ seq: number, hash: string | null }} before
 * @param {SignatureCheck} signatures
 */
function checkEntry(work, entry, before, signatures) {
  const { seq, hash, prevHash, subject } = entry;
  const whole = hashOf(entry) === hash;
  // Where an entry is withheld its hash is told, and the chain goes on through it.
  const expected = seq === before.seq + 1 ? before.hash : (work.withheld.get(seq - 1)?.hash ?? null);
  if (!whole) work.add('journal-altered', String(seq));
  else if (seq <= before.seq) work.add('journal-order', String(seq));
  else if (seq > before.seq + 1 && !work.partial) work.add('journal-gap', String(before.seq + 1), { from: before.seq + 1, to: seq - 1 });
  else if (expected !== null && prevHash !== expected) work.add('journal-link', String(seq));
  if (!whole || seq <= before.seq) work.facts.doubtful.add(subject);
  work.hashes.set(seq, hash);
  listen(work.facts, entry);
  signatures.add(entry);
  return { seq, hash: whole ? hash : null };
}

/** @param {Work} work */
async function readKeys(work) {
  const file = work.files.get(KEYS);
  if (file === undefined) return;
  const keys = work.parse(KEYS, await textOf(file), Array.isArray);
  for (const { keyId, publicKey, firstSeq } of keys ?? []) {
    const bytes = fromBase64(publicKey);
    if (bytes?.length === 32 && toHex(new Sha256().update(bytes).digest()) === keyId) work.keys.set(keyId, { bytes, publicKey, firstSeq });
    else work.add('key-altered', String(keyId));
  }
}

/** Signatures are gathered and given to the workers; faults of neighbours become one finding. */
class SignatureCheck {
  /** @type {Work} */
  #work;
  /** @type {{ entry: Entry, task: import('./tasks.js').Signed }[]} */
  #waiting = [];
  /** @type {Promise<void>[]} */
  #running = [];
  /** @type {{ code: string, seq: number, key: string }[]} */
  #faults = [];
  #signed = false;
  #done = 0;

  /** @param {Work} work */
  constructor(work) {
    this.#work = work;
  }

  /** @param {Entry} entry */
  add(entry) {
    const { seq, hash, keyId, signature } = entry;
    if (keyId === null || signature === null) {
      if (this.#signed) this.#faults.push({ code: 'signature-missing', seq, key: '' });
      else this.#work.counts.unsigned += 1;
      return;
    }
    this.#signed = true;
    const key = this.#work.keys.get(keyId);
    const bytes = fromBase64(signature);
    if (key === undefined) this.#faults.push({ code: 'signature-key', seq, key: String(keyId) });
    else if (bytes === null) this.#faults.push({ code: 'signature-wrong', seq, key: keyId });
    else this.#waiting.push({ entry, task: { key: key.bytes, message: utf8(`${ENTRY_CONTEXT}\n${hash}`), signature: bytes } });
    if (this.#waiting.length >= BATCH) this.#send();
  }

  #send() {
    const batch = this.#waiting.splice(0);
    const done = this.#work.pool
      .run({ kind: 'signatures', signed: batch.map(({ task }) => task) })
      .then((/** @type {boolean[]} */ results) => {
        results.forEach((holds, at) => {
          const { seq, keyId } = batch[at].entry;
          if (!holds) this.#faults.push({ code: 'signature-wrong', seq, key: keyId ?? '' });
        });
        this.#work.counts.signatures += batch.length;
        this.#done += batch.length;
        this.#work.progress.add(batch.length);
      });
    // Told when all are waited for.
    done.catch(() => {});
    this.#running.push(done);
  }

  async end() {
    if (this.#waiting.length > 0) this.#send();
    this.#work.progress.begin('Checking signatures', this.#running.length * BATCH);
    this.#work.progress.add(this.#done);
    await Promise.all(this.#running);
    /** @type {{ code: string, from: number, to: number, key: string }[]} */
    const runs = [];
    for (const { code, seq, key } of this.#faults.sort((one, other) => one.seq - other.seq)) {
      const last = runs.findLast((run) => run.code === code && run.key === key && run.to === seq - 1);
      if (last === undefined) runs.push({ code, from: seq, to: seq, key });
      else last.to = seq;
    }
    for (const { code, from, to, key } of runs) this.#work.add(code, from === to ? String(from) : `${from}-${to}`, { from, to, key });
  }
}
