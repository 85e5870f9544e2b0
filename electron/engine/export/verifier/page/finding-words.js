/** Every finding in words: what does not hold, and what that means. Parts in braces are filled in as plain text. */

/** @typedef {{ area: string, title: string, means: string }} Wording */

/** What is checked, in the order it is told. */
export const AREAS = /** @type {const} */ ({
  files: 'Files and manifests',
  journal: 'Journal',
  signatures: 'Signatures',
  seals: 'Seals',
  proofs: 'Proofs of a part',
  items: 'Items',
  passages: 'Passages',
  claims: 'Claims and evidence',
});

const CHANGED = 'It was changed after the case file was made. Do not rely on it; ask for the case file again by another way.';
const REWRITTEN =
  'Manifests can be made anew by anybody; the signed journal cannot. What the journal recorded is what the author of the case wrote.';

/** @type {Record<string, Wording>} */
const wordings = {
  'bag-altered': { area: 'files', title: '{subject} does not have the bytes its manifest fixes ({algorithm}).', means: CHANGED },
  'bag-missing': {
    area: 'files',
    title: '{subject} is listed in a manifest and is not there.',
    means: 'It was taken out after the case file was made, or did not come through whole.',
  },
  'bag-unlisted': {
    area: 'files',
    title: '{subject} is there and no manifest lists it.',
    means: 'It was added after the case file was made. Do not take it for a part of it.',
  },
  'bag-unreadable': {
    area: 'files',
    title: '{subject} cannot be read: {problem}.',
    means: 'The disk, the stick or the zip is damaged, or the browser may not read it. Copy the case file again.',
  },
  'bag-path': {
    area: 'files',
    title: 'The name {subject} is not allowed in a case file: {problem}.',
    means: 'It was not checked. Do not unpack this file.',
  },
  'bag-manifest': { area: 'files', title: '{subject} cannot be relied on: {problem}.', means: CHANGED },
  'bag-declaration': { area: 'files', title: '{subject} does not declare a BagIt 1.0 bag: {problem}.', means: CHANGED },
  'bag-oxum': { area: 'files', title: 'bag-info.txt says {expected} (bytes.files); there are {found}.', means: CHANGED },
  shape: { area: 'files', title: '{subject} cannot be used: {problem}.', means: 'What it should show could not be checked.' },
  'case-record': { area: 'journal', title: '{subject} does not name the case the journal began with ({field}).', means: REWRITTEN },
  'case-journal': {
    area: 'journal',
    title: 'data/case.json says that the journal has {entries} entries; {found} are there, or its last one differs.',
    means: 'Entries at the end were cut off, or the record was changed.',
  },
  'journal-empty': { area: 'journal', title: 'There is no journal.', means: 'Nothing shows how anything in this case file came about.' },
  'journal-line': {
    area: 'journal',
    title: 'Line {subject} of the journal is no entry in canonical JSON.',
    means: 'It was changed after it was written, or put in.',
  },
  'journal-altered': {
    area: 'journal',
    title: 'Journal entry {subject} does not fit its hash.',
    means: 'Its content was changed after it was written.',
  },
  'journal-link': {
    area: 'journal',
    title: 'Journal entry {subject} does not follow from the entry before it.',
    means: 'The entry before it was replaced after this one was written.',
  },
  'journal-gap': { area: 'journal', title: 'Gone from the journal: {run}.', means: 'They were taken out after they were written.' },
  'journal-order': { area: 'journal', title: 'Journal entry {subject} stands in the wrong place.', means: 'Entries were put in or moved.' },
  'signature-wrong': {
    area: 'signatures',
    title: 'The signature on journal {run} does not hold (key {key}).',
    means: 'Somebody without that key wrote them anew. Making hashes anew is easy; signing is not.',
  },
  'signature-missing': {
    area: 'signatures',
    title: 'Journal {run}: not signed, though earlier entries are.',
    means: 'They were put in or changed by something other than Holdfast.',
  },
  'signature-key': {
    area: 'signatures',
    title: 'Journal {run}: signed with a key that is not in keys.json ({key}).',
    means: 'They cannot be checked: the key was taken out or exchanged.',
  },
  'key-altered': {
    area: 'signatures',
    title: 'The public key named {subject} is not the one its name says.',
    means: 'A key’s name is its own SHA-256. The key was exchanged.',
  },
  'seal-altered': {
    area: 'seals',
    title: 'The seal over the first {subject} entries does not bear out its signature.',
    means: 'The seal was changed, or its key is not among those of the case.',
  },
  'seal-case': {
    area: 'seals',
    title: 'The seal over the first {subject} entries is one of another case.',
    means: 'It says nothing about this journal.',
  },
  'seal-root': {
    area: 'seals',
    title: 'The seal over the first {subject} entries does not fit them: the tree over them has another root.',
    means: 'Entries were changed, put in or taken out after the seal was made.',
  },
  'seal-head': {
    area: 'seals',
    title: 'The seal names another entry {subject} than the journal has.',
    means: 'That entry was replaced after the seal was made.',
  },
  'seal-beyond': {
    area: 'seals',
    title: 'A seal covers {subject} entries; the journal has {entries}.',
    means: 'The newest entries were cut off.',
  },
  'seal-lost': {
    area: 'seals',
    title: 'Journal entry {seq} tells of a seal over {subject} entries that is not there.',
    means: 'The seal was taken out.',
  },
  'seal-differs': {
    area: 'seals',
    title: 'The seal over {subject} entries is not the one journal entry {seq} recorded.',
    means: 'The seal was exchanged for another.',
  },
  'seal-none': {
    area: 'seals',
    title: 'There is no seal to prove the parts against.',
    means: 'Nothing shows that what is here belongs to one whole journal.',
  },
  'consistency-wrong': {
    area: 'seals',
    title: 'It is not proved that the journal of {to} entries begins with the journal of {from}.',
    means: 'One of the two seals is of another history, or the proof was changed.',
  },
  'consistency-missing': {
    area: 'seals',
    title: 'There is no proof that the journal of {to} entries begins with the journal of {from}.',
    means: 'The proof was taken out.',
  },
  'token-other': { area: 'seals', title: '{subject} is not a timestamp over {seal}.', means: 'The seal or the timestamp was exchanged.' },
  'token-lost': {
    area: 'seals',
    title: 'Journal entry {subject} tells of a timestamp that is not there as it was.',
    means: 'The timestamp was taken out or exchanged. What it proved is proved no more.',
  },
  'proof-wrong': {
    area: 'proofs',
    title: 'Entry {subject} is not proved to belong to the sealed journal.',
    means: 'The entry, its proof or the seal was changed.',
  },
  'proof-other': {
    area: 'proofs',
    title: 'The proof of entry {subject} is of another entry.',
    means: 'The entry or its placeholder was exchanged.',
  },
  'proof-missing': {
    area: 'proofs',
    title: 'Entry {subject} has no proof that it belongs to the sealed journal.',
    means: 'It may have been put in afterwards.',
  },
  'redacted-copy': {
    area: 'proofs',
    title: '{subject}, which stands for what is withheld, is not the file the journal recorded, or is not there.',
    means: 'It was taken out or exchanged.',
  },
  'proof-stray': {
    area: 'proofs',
    title: 'There is a proof of entry {subject}, which is neither told nor withheld.',
    means: 'The entry was taken out, or its placeholder was.',
  },
  'item-file': { area: 'items', title: '{subject} does not have the bytes that {item} names.', means: REWRITTEN },
  'item-file-missing': {
    area: 'items',
    title: '{subject} is named by {item} and is not there.',
    means: 'It was taken out, and the manifests made anew.',
  },
  'file-journal': {
    area: 'items',
    title: '{subject} is not the file the journal recorded.',
    means: `Another file was put in its place. ${REWRITTEN}`,
  },
  'file-left-out': {
    area: 'items',
    title: '{subject} leaves out the file {file}, which the journal says belongs to it.',
    means: 'It was taken out, and the manifests made anew.',
  },
  'file-unexplained': {
    area: 'items',
    title: '{subject} lies in the folder of an item that does not name it.',
    means: 'It was slipped in, and the manifests made anew.',
  },
  'file-unknown': {
    area: 'files',
    title: '{subject} is no file of which this page knows what it is for.',
    means: 'It was slipped in, and the manifests made anew; or a later version of Holdfast made this case file.',
  },
  'passage-words': {
    area: 'passages',
    title: 'The words of passage {subject} do not stand in {path}: “{quote}”',
    means: 'The text or the quotation was changed.',
  },
  'passage-place': {
    area: 'passages',
    title: 'The words of passage {subject} do not stand at their place in {path}: “{quote}”',
    means: 'The text or the place was changed; the words stand elsewhere in it.',
  },
  'passage-quote': {
    area: 'passages',
    title: 'Passage {subject} is quoted as “{quote}”; the words marked are “{exact}”',
    means: 'The quotation was changed.',
  },
  'passage-file': { area: 'passages', title: 'Passage {subject} was marked in other bytes than {path} has now.', means: REWRITTEN },
  'passage-source': {
    area: 'passages',
    title: 'Passage {subject} points to {path}, which is not there.',
    means: 'The file was taken out, or the passage was changed.',
  },
  differs: { area: 'claims', title: 'The {kind} {subject} in {path} is not what the journal recorded ({fields}).', means: REWRITTEN },
  unknown: {
    area: 'claims',
    title: 'The journal knows no {kind} {subject}, which stands in {path}.',
    means: 'It was slipped in, and the manifests made anew.',
  },
  missing: {
    area: 'claims',
    title: 'The {kind} {subject} of the journal is not there.',
    means: 'It was taken out, and the manifests made anew.',
  },
  removed: {
    area: 'claims',
    title: 'The {kind} {subject} in {path} was removed from the case, the journal says.',
    means: 'It was put back by something other than Holdfast.',
  },
  reference: {
    area: 'claims',
    title: 'The {kind} {subject} refers to the {end} {to}, which is not there.',
    means: 'What it rests on cannot be looked at.',
  },
  'claim-evidence': {
    area: 'claims',
    title: 'Claim {subject} tells of its evidence {link} otherwise than evidence.json.',
    means: REWRITTEN,
  },
};

/** Things of which the general findings speak, by the area they are told under. */
const areaOfKind = { item: 'items', file: 'items', passage: 'passages' };

/** @param {import('./case-files.js').Finding} finding @returns {Wording} */
export function findingWords({ code, subject, facts = {} }) {
  const { area, title, means } = wordings[code] ?? { area: 'files', title: `${code} {subject}`, means: '' };
  const values = /** @type {Record<string, unknown>} */ ({ ...facts, subject, run: runOf(facts) });
  const kind = /** @type {keyof typeof areaOfKind} */ (facts['kind']);
  return {
    area: areaOfKind[kind] ?? area,
    title: title.replace(/\{(\w+)\}/g, (_, name) => shortened(String(values[name] ?? 'unknown'))),
    means,
  };
}

/** Every code that has words. */
export const FINDING_CODES = Object.keys(wordings);

/** @param {Record<string, unknown>} facts */
function runOf({ from, to }) {
  return from === to ? `entry ${from}` : `entries ${from} to ${to}`;
}

/** @param {string} text */
function shortened(text) {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
