/** What the bag says of itself to a person without Holdfast. */
import { CASE_FILE_PROFILE } from '#shared/model/case-file.ts';
import type { Gathered } from './gather-case.ts';

export type Occasion = { at: string; version: string };

/** Labels of bag-info.txt (RFC 8493 section 2.2.2); the only file whose content depends on the day. */
export function bagInfo({ record }: Gathered, { at, version }: Occasion): [string, string][] {
  return [
    ['Bag-Software-Agent', `Holdfast ${version}`],
    ['Bagging-Date', at.slice(0, 10)],
    ['External-Description', record.title],
    ['External-Identifier', record.caseId],
    ['Holdfast-Exported-At', at],
    ['Holdfast-Journal-Entries', String(record.journal.entries)],
    ['Holdfast-Journal-Head', record.journal.head],
    ['Holdfast-Profile', CASE_FILE_PROFILE],
  ];
}

export function bagReadme({ record: { title, caseId, counts, journal } }: Gathered): string {
  return `${title}

This is a Holdfast case file: a BagIt 1.0 bag (RFC 8493). It needs no Holdfast to be read or checked.

case        ${caseId}
holds       ${counts.items} items, ${counts.passages} passages, ${counts.claims} claims, ${counts.incidents} incidents, ${counts.parties} parties
journal     ${journal.entries} entries; the hash of the last is
            ${journal.head}

WHERE TO BEGIN
  data/report/report.html           open it in any browser: each claim with its words, file and hash

WHAT IS WHERE
  data/items/ID/                    one folder an item: the original, files made from it, and item.json
  data/annotations/passages.jsonld  marked passages, W3C Web Annotations. Positions in text count UTF-16 code units
  data/claims/*.json, *.csv         claims, incidents, parties, evidence. CSV is UTF-8 with a byte order mark; a cell
                                    that a spreadsheet would run as a formula starts with an apostrophe
  data/versions/*.json              which item is a newer version of which, passages carried over, and when an
                                    address was found gone
  data/schema/                      JSON Schema of the JSON files
  data/journal/journal.jsonl        every act, one a line, each with the hash of the one before
  data/case.json                    the case in short

Originals are as they were received. A saved page among them may hold scripts and reach for the network when a browser
opens it; the snapshot and the text beside it do not.

CHECKING IT
Open verify.html in any browser, offline, and choose this folder: it takes every hash anew, checks the journal, its
signatures and seals, and says in words what holds, what does not, and what it cannot check.

In a shell, in this folder:

    sha256sum -c --quiet tagmanifest-sha256.txt manifest-sha256.txt
    sha512sum -c --quiet tagmanifest-sha512.txt manifest-sha512.txt

Nothing printed means that every file has the bytes it was exported with.
The journal: the "hash" of a line is the SHA-256 of that line without its "hash" field (canonical JSON, RFC 8785),
and its "prevHash" is the "hash" of the line before. The first has 64 zeros.

WHAT THIS PROVES AND WHAT NOT
If the checks hold, nothing in this case file changed since it was exported, and nothing in the journal was changed,
taken out or put in between without everything after it being written anew. Compare the hash of the last entry with
one noted earlier to know that this did not happen either.
It does not prove that a site served these bytes to everyone, that a statement is true, or when an event happened.

Things removed from the case are not exported. The journal still tells that they were there, and why they were removed.
`;
}
