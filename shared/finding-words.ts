/** The one place that words findings, for the window, the command line and the exports: what does not hold, and what to do. */
import type { Finding, FindingCode } from './model/proof.ts';

type Wording = { severity: Finding['severity']; title: string; remedy: string };

const RESTORE = 'Restore it from a backup of the case folder, then verify again.';
const OUTSIDE = 'Something other than Holdfast changed the database. Compare with a backup; the journal tells what was recorded.';
const AGAIN = 'Get the case file again from whoever made it, or export it again.';

/** `broken`: evidence no longer holds. `warning`: something needs a look. `note`: harmless, but told. */
const wordings: Record<FindingCode, Wording> = {
  'blob-altered': {
    severity: 'broken',
    title: '{path} no longer has the bytes it was kept with (now {found}).',
    remedy: `Do not use this copy as evidence. ${RESTORE}`,
  },
  'blob-missing': { severity: 'broken', title: '{path} is gone.', remedy: RESTORE },
  'blob-unreadable': {
    severity: 'broken',
    title: '{path} cannot be read: {problem}',
    remedy: `Check permissions and the disk. ${RESTORE}`,
  },
  'blob-size': { severity: 'broken', title: '{path} holds {found} bytes; the case says {expected}.', remedy: OUTSIDE },
  'blob-orphan': {
    severity: 'note',
    title: '{path} was kept, but no item uses it; an import or capture was probably interrupted.',
    remedy: 'Nothing is lost. Import the source again, or leave it.',
  },
  'file-unexplained': {
    severity: 'warning',
    title: '{path} lies among the kept files and does not belong there.',
    remedy: 'Move it out of the case folder. Holdfast never deletes what it did not make.',
  },
  'text-altered': { severity: 'broken', title: 'The stored text of item {subject} differs from its sealed text.', remedy: OUTSIDE },
  'journal-broken': {
    severity: 'broken',
    title: 'Journal entry {subject} does not fit its hash ({problem}).',
    remedy: 'The entry, or the one before it, was changed after it was written. Compare with a backup or an earlier case file.',
  },
  'journal-gap': {
    severity: 'broken',
    title: 'Journal entries {from} to {to} are gone.',
    remedy: 'Entries were removed. Compare with a backup or an earlier case file.',
  },
  'journal-empty': {
    severity: 'broken',
    title: 'The journal is empty.',
    remedy: 'Every case has entries from its first moment. Restore case.sqlite from a backup.',
  },
  'journal-unsigned': {
    severity: 'note',
    title: 'Journal entries {from} to {to} are not signed: an earlier version of Holdfast made them.',
    remedy: 'The chain and later seals fix them. Who wrote them is known only by name.',
  },
  'signature-missing': {
    severity: 'broken',
    title: 'Journal entries {from} to {to} lack their signatures.',
    remedy: 'They were changed or inserted by something other than Holdfast. Compare with a backup or an earlier case file.',
  },
  'signature-wrong': {
    severity: 'broken',
    title: 'Journal entries {from} to {to} do not bear out their signatures (key {key}).',
    remedy: 'They were written anew by somebody without that key. Compare with a backup or an earlier case file.',
  },
  'signature-key': {
    severity: 'broken',
    title: 'Journal entries {from} to {to} are signed with a key that the case does not know ({key}).',
    remedy: 'Ask whoever holds that key, and compare with a backup or an earlier case file.',
  },
  'key-altered': {
    severity: 'broken',
    title: 'The public key {subject} is not the one its name says.',
    remedy: OUTSIDE,
  },
  'seal-wrong': {
    severity: 'broken',
    title: 'The seal over the first {subject} entries does not hold: {problem}.',
    remedy: 'What it covers was changed after it was sealed. Compare with a backup, or with a copy of the seal kept elsewhere.',
  },
  'seal-beyond': {
    severity: 'broken',
    title: 'A seal covers {subject} entries, but the journal has only {entries}.',
    remedy: 'The newest entries were cut off. Restore case.sqlite from a backup.',
  },
  'proof-wrong': {
    severity: 'broken',
    title: 'Journal entry {subject} is not proved to be part of the sealed journal: {problem}.',
    remedy: AGAIN,
  },
  'branch-broken': {
    severity: 'broken',
    title: 'The branch that came from “{source}” does not hold: {problem}',
    remedy: 'It is not as it was merged. Compare with a backup, or with the copy it came from.',
  },
  'timestamp-altered': {
    severity: 'broken',
    title: 'The timestamp of {authority} over the seal of {entries} entries is not the one that was received: its bytes were changed.',
    remedy: 'It proves nothing as it is. Restore it from a backup or an earlier case file; the seal itself is judged apart.',
  },
  'timestamp-wrong': {
    severity: 'broken',
    title: 'The timestamp of {authority} over the seal of {entries} entries does not hold: {problem}.',
    remedy: 'Do not rely on its time. Compare with a backup or an earlier case file.',
  },
  'timestamp-missing': {
    severity: 'broken',
    title: 'The timestamp of {authority} over the seal of {entries} entries was received, but its token is gone.',
    remedy: 'Restore it from a backup or an earlier case file.',
  },
  'timestamp-clock': {
    severity: 'note',
    title: '{authority} saw the seal of {entries} entries at {time}, before the time the seal itself gives ({at}).',
    remedy: 'The clock of the machine that sealed was ahead. Rely on the authority’s time, and check that machine’s clock.',
  },
  'passage-lost': {
    severity: 'broken',
    title: 'The words of passage {subject} do not stand in the text: “{quote}”',
    remedy: 'Open the item and mark the words again; keep the old passage for the record.',
  },
  'passage-moved': {
    severity: 'note',
    title: 'The words of passage {subject} stand elsewhere in the text: “{quote}”',
    remedy: 'Check that it is the place that was meant.',
  },
  'passage-approximate': {
    severity: 'warning',
    title: 'Passage {subject} is found only approximately: “{quote}”',
    remedy: 'Compare the words in the reader.',
  },
  'passage-place': {
    severity: 'warning',
    title: 'Passage {subject} points to a place that does not hold its words, “{quote}”: {problem}.',
    remedy: 'The words stand in the text and can be relied on. Do not rely on the place shown for them; mark them again.',
  },
  'evidence-dangling': { severity: 'broken', title: 'Evidence {subject} points to a {end} that is gone.', remedy: OUTSIDE },
  'database-damaged': {
    severity: 'broken',
    title: 'The database is damaged: {problem}',
    remedy: 'Copy the case folder whole before anything else, then restore case.sqlite from backups/ or from your own backup.',
  },
  'reference-dangling': { severity: 'broken', title: '{rows} row(s) of {subject} point at a {parent} that is gone.', remedy: OUTSIDE },
  'schema-changed': {
    severity: 'broken',
    title: 'The {kind} {subject} of the database {problem}.',
    remedy:
      'Something other than Holdfast changed how the database guards its rows. What the other checks find holds; restore case.sqlite from a backup.',
  },
  'clock-back': {
    severity: 'note',
    title: 'Before journal entry {subject} the clock of the machine was set back by {seconds} s, from {before} to {at}.',
    remedy: 'The order of entries holds by their chain. Do not rely on the times alone around this entry; timestamps of seals bound them.',
  },
  'record-mismatch': { severity: 'broken', title: 'The {kind} {subject} is not what the journal recorded ({fields}).', remedy: OUTSIDE },
  'bag-declaration': { severity: 'broken', title: '{subject} does not declare a BagIt 1.0 bag: {problem}', remedy: AGAIN },
  'bag-missing': { severity: 'broken', title: '{subject} is listed but not there.', remedy: AGAIN },
  'bag-altered': { severity: 'broken', title: '{subject} no longer has the bytes its manifest fixes ({algorithm}).', remedy: AGAIN },
  'bag-unlisted': {
    severity: 'broken',
    title: '{subject} is there but no manifest lists it.',
    remedy: 'It was added afterwards. Do not take it for part of the case file.',
  },
  'bag-oxum': { severity: 'broken', title: 'The bag says it holds {expected} (bytes.files) and holds {found}.', remedy: AGAIN },
  'bag-manifest': { severity: 'broken', title: '{subject} cannot be relied on: {problem}', remedy: AGAIN },
  'bag-path': {
    severity: 'broken',
    title: 'The name {subject} is not allowed in a case file: {problem}',
    remedy: 'Do not unpack this file. Ask whoever sent it for another.',
  },
  'bag-unreadable': { severity: 'broken', title: '{subject} cannot be read: {problem}', remedy: AGAIN },
  'casefile-profile': {
    severity: 'warning',
    title: 'The case file is of profile “{subject}”; this version of Holdfast knows {known}.',
    remedy: 'Check it with the version that made it, or a later one. What follows may be incomplete.',
  },
  'more-findings': {
    severity: 'broken',
    title: 'There are {count} more findings like the last ones ({subject}).',
    remedy: 'The first of them tell what is wrong.',
  },
  'verify-page': {
    severity: 'warning',
    title: '{subject} is not the page that this version of Holdfast writes, though this version made the case file.',
    remedy: 'Do not rely on what it says. Check the case file here, or with a verify.html from a case file that you exported yourself.',
  },
  'casefile-content': { severity: 'broken', title: '{subject} does not agree with the rest of the case file: {problem}', remedy: AGAIN },
};

/** A finding in words. Facts it does not have read as “unknown”. */
export function findingWords(finding: Pick<Finding, 'code' | 'subject' | 'facts'>): { title: string; remedy: string } {
  const facts: Record<string, unknown> = { ...finding.facts, subject: finding.subject };
  const { title, remedy } = wordings[finding.code];
  return { title: title.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? 'unknown')), remedy };
}

type About = { facts?: Finding['facts']; itemId?: string | null; passageId?: string | null };

/** Makes a finding with the severity its code has. */
export function makeFinding(code: FindingCode, subject: string, about: About = {}): Finding {
  return {
    code,
    severity: wordings[code].severity,
    subject,
    facts: about.facts ?? {},
    itemId: about.itemId ?? null,
    passageId: about.passageId ?? null,
  };
}
