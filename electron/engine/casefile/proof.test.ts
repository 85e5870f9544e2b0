/** Keys, seals, proofs of growth, crate and provenance of a case file: one change each, with all manifests made anew. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#shared/canonical-json.ts';
import { findingWords } from '#shared/finding-words.ts';
import type { JournalEntry } from '#shared/model/journal.ts';
import type { TreeHead } from '#shared/model/seals.ts';
import { createExport } from '../export/create-export.ts';
import { entryHash, entryLine } from '../journal/entry-hash.ts';
import { keyIdOf } from '../keys/writer-key.ts';
import { makeSeal } from '../seal/make-seal.ts';
import { asProfileOne } from '../testing/as-profile-one.ts';
import { readFiles, writeFiles, type BagFiles } from '../testing/bag-files.ts';
import { filledCase } from '../testing/filled-case.ts';
import { remanifest } from '../testing/remanifest.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { engineState, temporaryFolder } from '../testing/temporary-case.ts';
import { verifyCaseFile } from './verify-case-file.ts';

type Bag = { out: string; other: string };

let made: { files: BagFiles; other: string } | null = null;

/** A copy of one case file with three seals, the last that of the export. */
async function bagged(): Promise<Bag> {
  made ??= await make();
  const out = join(await temporaryFolder(), 'Case');
  await writeFiles(out, made.files);
  return { out, other: made.other };
}

async function make() {
  const { ctx, other } = await filledCase();
  await makeSeal(ctx, 'asked');
  await keepTextItem(ctx, 'Kept after the first seal.');
  await makeSeal(ctx, 'import');
  await keepTextItem(ctx, 'Kept after the second seal.');
  const out = join(await temporaryFolder(), 'Case');
  await createExport(ctx, { out, zip: false });
  return { files: await readFiles(out), other };
}

async function found(out: string): Promise<string[]> {
  await remanifest(out);
  const { findings } = await verifyCaseFile(engineState(), { path: out });
  for (const finding of findings) expect(findingWords(finding).title).not.toContain('unknown');
  return findings.map(({ code, subject }) => `${code} ${subject}`);
}

async function edit(out: string, path: string, change: (text: string) => string): Promise<void> {
  const place = join(out, 'data', path);
  const before = await readFile(place, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(place, after);
}

const editJson = <Shape>(out: string, path: string, change: (value: Shape) => unknown) =>
  edit(out, path, (text) => JSON.stringify(change(JSON.parse(text) as Shape), null, 2));

test('nothing is found in one that was left alone, and its seals are counted', async () => {
  const { out } = await bagged();
  expect(await found(out)).toEqual([]);
  const report = await verifyCaseFile(engineState(), { path: out });
  expect(report.checked).toMatchObject({ seals: 3, journalEntries: 18 });
});

/** Another key, as somebody has who writes a journal anew. */
function forger() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(12);
  const signed = (context: string, text: string) => sign(null, Buffer.from(`${context}\n${text}`), privateKey).toString('base64');
  return { keyId: keyIdOf(raw), publicKey: raw.toString('base64'), signed };
}

/** Writes the journal anew from the entry that `change` alters on, with right hashes and, where given, another key. */
async function rewrite(out: string, change: (entry: JournalEntry) => JournalEntry, key: ReturnType<typeof forger> | null): Promise<void> {
  await edit(out, 'journal/journal.jsonl', (text) => {
    let prevHash: string | null = null;
    const lines = text
      .trim()
      .split('\n')
      .map((line) => {
        const entry = JSON.parse(line) as JournalEntry;
        const changed = change(entry);
        if (prevHash === null && changed === entry) return line;
        const linked = { ...changed, prevHash: prevHash ?? entry.prevHash, ...(key === null ? {} : { keyId: key.keyId }) };
        prevHash = entryHash(linked);
        return entryLine({
          ...linked,
          hash: prevHash,
          signature: key === null ? entry.signature : key.signed('holdfast-entry/1', prevHash),
        });
      });
    return `${lines.join('\n')}\n`;
  });
  const last = JSON.parse((await readFile(join(out, 'data/journal/journal.jsonl'), 'utf8')).trim().split('\n').at(-1)!) as JournalEntry;
  await editJson<object>(out, 'case.json', (record) => ({ ...record, journal: { entries: last.seq, head: last.hash } }));
}

const reasonOf = (entry: JournalEntry): JournalEntry =>
  entry.action === 'item.removed' ? { ...entry, payload: { ...(entry.payload as object), reason: 'kept by chance' } } : entry;
const CONTENT = 'casefile-content';
const [KEYS, SEALS, GROWTH] = ['data/journal/keys.json', 'data/journal/seals.json', 'data/journal/consistency.json'];
const [FIRST, SECOND, LAST] = ['13', '15', '17'].map((size) => `journal/seals/000000${size}.json`) as [string, string, string];

const changes: [string, (bag: Bag) => Promise<unknown>, string[]][] = [
  [
    'a journal written anew without its key',
    ({ out }) => rewrite(out, reasonOf, null),
    ['signature-wrong 5-18', 'seal-wrong 13', 'seal-wrong 15', 'seal-wrong 17'],
  ],
  [
    'a journal written anew with another key',
    ({ out }) => rewrite(out, reasonOf, forger()),
    ['signature-key 5-18', 'seal-wrong 13', 'seal-wrong 15', 'seal-wrong 17'],
  ],
  [
    'a journal written anew with another key that was added',
    async ({ out }) => {
      const key = forger();
      await rewrite(out, reasonOf, key);
      await editJson<object[]>(out, 'journal/keys.json', (keys) => [...keys, { keyId: key.keyId, publicKey: key.publicKey, firstSeq: 5 }]);
    },
    ['seal-wrong 13', 'seal-wrong 15', 'seal-wrong 17'],
  ],
  ['signatures taken off', ({ out }) => edit(out, 'journal/journal.jsonl', (text) => text.replace(/"signature":"[^"]+"/, '"signature":null')), ['signature-missing 1']],
  [
    'a key of another name',
    ({ out }) => editJson<{ keyId: string }[]>(out, 'journal/keys.json', (keys) => keys.map((key) => ({ ...key, keyId: 'a'.repeat(64) }))),
    [`key-altered ${'a'.repeat(64)}`, 'signature-key 1-18', 'seal-wrong 13', 'seal-wrong 15', 'seal-wrong 17', `${CONTENT} ${KEYS}`],
  ],
  ['a key that signed nothing', ({ out }) => editJson<object[]>(out, 'journal/keys.json', (keys) => [...keys, { ...forgerKey(), firstSeq: 3 }]), [`${CONTENT} ${KEYS}`]],
  ['a key said to sign later', ({ out }) => edit(out, 'journal/keys.json', (text) => text.replace('"firstSeq": 1', '"firstSeq": 2')), [`${CONTENT} ${KEYS}`]],
  ['no keys at all', ({ out }) => rm(join(out, KEYS)), [`${CONTENT} ${KEYS}`, 'signature-key 1-18', 'seal-wrong 13', 'seal-wrong 15', 'seal-wrong 17']],
  [
    'another root in a seal',
    ({ out }) => edit(out, SECOND, (text) => text.replace(/"rootHash":"./, (start) => start.slice(0, -1) + (start.endsWith('0') ? '1' : '0'))),
    ['seal-wrong 15', 'seal-wrong 15', `${CONTENT} data/${SECOND}`, `${CONTENT} ${GROWTH}`, `${CONTENT} ${GROWTH}`],
  ],
  ['a seal signed anew by another', forgedSeal, ['seal-wrong 15', `${CONTENT} data/${SECOND}`]],
  ['a seal with white space', ({ out }) => edit(out, FIRST, (text) => `${text}\n`), [`${CONTENT} data/${FIRST}`]],
  [
    'a seal under another name',
    ({ out }) => rename(join(out, 'data', LAST), join(out, 'data/journal/seals/00000099.json')),
    [`${CONTENT} data/journal/seals/00000099.json`, `${CONTENT} ${SEALS}`, `${CONTENT} data/journal/seals/00000099.json`],
  ],
  ['a seal taken out', ({ out }) => rm(join(out, 'data', SECOND)), [`${CONTENT} ${SEALS}`, `${CONTENT} ${GROWTH}`, `${CONTENT} ${GROWTH}`]],
  [
    'a seal taken out of the list',
    ({ out }) => editJson<object[]>(out, 'journal/seals.json', (seals) => seals.slice(1)),
    [`${CONTENT} data/${FIRST}`, `${CONTENT} ${SEALS}`],
  ],
  ['another reason of a seal', ({ out }) => edit(out, 'journal/seals.json', (text) => text.replace('"asked"', '"merge"')), [`${CONTENT} data/${FIRST}`]],
  ['another entry of a seal', ({ out }) => edit(out, 'journal/seals.json', (text) => text.replace('"seq": 14', '"seq": 13')), [`${CONTENT} ${SEALS}`]],
  ['no seals at all', noSeals, [`${CONTENT} ${SEALS}`, `${CONTENT} ${GROWTH}`, ...Array<string>(3).fill(`${CONTENT} ${SEALS}`)]],
  ['a proof of growth changed', ({ out }) => edit(out, 'journal/consistency.json', (text) => text.replace(/"path":\["./, (start) => start.slice(0, -1) + (start.endsWith('0') ? '1' : '0'))), [`${CONTENT} ${GROWTH}`]],
  ['a proof of growth taken out', ({ out }) => editJson<object[]>(out, 'journal/consistency.json', (proofs) => proofs.slice(1)), [`${CONTENT} ${GROWTH}`, `${CONTENT} ${GROWTH}`]],
  ['another tool in the provenance', ({ out }) => edit(out, 'provenance/prov.jsonld', (text) => text.replaceAll('"tool": "test"', '"tool": "tess"')), [...Array<string>(4).fill(`${CONTENT} data/provenance/prov.jsonld`), `${CONTENT} data/ro-crate-metadata.json`]],
  ['a file put in the provenance', ({ out, other }) => editJson<{ '@graph': object[] }>(out, 'provenance/prov.jsonld', (prov) => ({ ...prov, '@graph': [...prov['@graph'], { '@id': 'urn:x', item: other, path: 'x' }] })), [`${CONTENT} data/provenance/prov.jsonld`, `${CONTENT} data/ro-crate-metadata.json`]],
  ['another hash in the crate', ({ out }) => edit(out, 'ro-crate-metadata.json', (text) => text.replace(/"sha256": "[0-9a-f]{64}"/, `"sha256": "${'0'.repeat(64)}"`)), [`${CONTENT} data/ro-crate-metadata.json`]],
  ['an edited report that only the crate knows', ({ out }) => edit(out, 'report/report.html', (text) => text.replace('1,236', '1,238')), [`${CONTENT} data/ro-crate-metadata.json`]],
  ['a later profile', ({ out }) => infoEdit(out, (text) => text.replace('Holdfast-Profile: 2', 'Holdfast-Profile: 99')), ['casefile-profile 99']],
  ['the profile set back, and keys and seals taken out', async (bag) => {
      await infoEdit(bag.out, (text) => text.replace('Holdfast-Profile: 2', 'Holdfast-Profile: 1'));
      for (const path of [KEYS, SEALS, GROWTH, 'data/journal/seals']) await rm(join(bag.out, path), { recursive: true });
    }, ['signature-key 1-18', ...Array<string>(3).fill(`${CONTENT} ${SEALS}`)]],
  ['a file beside the tag files', ({ out }) => writeFile(join(out, 'install.sh'), 'x'), [`${CONTENT} install.sh`]],
  ['files that lie elsewhere', ({ out }) => writeFile(join(out, 'fetch.txt'), 'http://127.0.0.1/x 1 data/x\n'), [`${CONTENT} fetch.txt`]],
]; // prettier-ignore

function forgerKey() {
  const { keyId, publicKey } = forger();
  return { keyId, publicKey };
}

async function infoEdit(out: string, change: (text: string) => string): Promise<void> {
  await writeFile(join(out, 'bag-info.txt'), change(await readFile(join(out, 'bag-info.txt'), 'utf8')));
}

async function forgedSeal({ out }: Bag): Promise<void> {
  const key = forger();
  await edit(out, SECOND, (text) => {
    const { signature: _signature, ...head } = { ...(JSON.parse(text) as TreeHead), keyId: key.keyId };
    return canonicalJson({ ...head, signature: key.signed('holdfast-tree-head/1', canonicalJson(head)) });
  });
}

async function noSeals({ out }: Bag): Promise<void> {
  for (const path of [SEALS, GROWTH, 'data/journal/seals']) await rm(join(out, path), { recursive: true });
}

describe('a change to what proves is found out', () => {
  test.each(changes)('%s', async (_, change, expected) => {
    const bag = await bagged();
    await change(bag);
    expect(await found(bag.out)).toEqual(expected);
  });
});

test('a case file of profile 1 is checked as far as it goes, and said to be unsigned', async () => {
  const { ctx } = await filledCase();
  const out = join(await temporaryFolder(), 'Case');
  await createExport(ctx, { out, zip: false });
  await asProfileOne(out);
  expect(await found(out)).toEqual(['journal-unsigned 1-13']);
});
