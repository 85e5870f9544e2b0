/** What the bag says of itself to a person without Holdfast. */
import { CASE_FILE_PROFILE } from '#shared/model/case-file.ts';
import type { Gathered } from './gather-case.ts';

export type Occasion = { at: string; version: string };

/** Labels of bag-info.txt (RFC 8493 section 2.2.2); of all files the only one whose content depends on the day. */
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

/** The same for every case. */
const CHECKING = `CHECKING IT
Open verify.html in any browser, offline, and choose this folder: it takes every hash anew, checks the journal, its
signatures and seals, and says in words what holds, what does not, and what it cannot check.

In a shell, in this folder:

    sha256sum -c --quiet tagmanifest-sha256.txt manifest-sha256.txt
    sha512sum -c --quiet tagmanifest-sha512.txt manifest-sha512.txt

Nothing printed means that every file has the bytes it was exported with.
The journal: the "hash" of a line is the SHA-256 of that line without its fields "hash" and "signature" (canonical
JSON, RFC 8785), and its "prevHash" is the "hash" of the line before. The first has 64 zeros. "signature" is over
"holdfast-entry/1", a line feed, and the hash.
A timestamp over a seal, in data/journal/seals (SECONDS: its time since 1970; take the authority's own certificates
where you do not trust those beside it):

    openssl ts -verify -data N.json -in N.1.tsr -CAfile N.1.pem -attime SECONDS

More lines, for seals and signatures, are in docs/case-file.md of Holdfast.

WHAT THIS PROVES AND WHAT NOT
If the checks hold, nothing in this case file changed since it was exported, and nothing in the journal was changed,
taken out or put in between by anybody without the writer's key. Whoever has that key could write everything anew;
a timestamp, or a hash or seal noted earlier elsewhere, shows that this did not happen.
It does not prove that a site served these bytes to everyone, that a statement is true, or when an event happened.

Things removed from the case are not exported. The journal of a whole case still tells that they were there, and why
they were removed; that of a part, which has data/journal/withheld.json, does not.
`;

/** Why a stranger finds gaps in the journal. */
const PART = `
THIS IS A PART OF A CASE
Chosen things and what they stand on; of the rest nothing is told. data/journal/journal.jsonl holds the entries about
them alone. data/journal/proofs.jsonl proves for each that it belongs to the sealed journal of the whole case (RFC 9162,
section 2.1.3); data/journal/withheld.json names what was held back, and why; data/redacted/ holds redacted copies.
`;

export function bagReadme({ record: { title, caseId, counts, journal }, isPart }: Gathered): string {
  return `${title}

This is a Holdfast case file: a BagIt 1.0 bag (RFC 8493). It needs no Holdfast to be read or checked.

case        ${caseId}
holds       ${counts.items} items, ${counts.passages} passages, ${counts.claims} claims, ${counts.incidents} incidents, ${counts.parties} parties
journal     ${journal.entries} entries; the hash of the last is
            ${journal.head}
${isPart ? PART : ''}
WHERE TO BEGIN
  data/report/report.html           open it in any browser: each claim with its words, their picture, file, hash and seal
  data/report/report.pdf            the same on paper

WHAT IS WHERE
  data/items/ID/                    one folder an item: the original, files made from it, and item.json
  data/annotations/passages.jsonld  marked passages, W3C Web Annotations. Positions in text count UTF-16 code units
  data/claims/*.json, *.csv         claims, incidents, parties, evidence. CSV is UTF-8 with a byte order mark; a cell
                                    that a spreadsheet would run as a formula starts with an apostrophe
  data/versions/*.json              which item is a newer version of which, passages carried over, and when an
                                    address was found gone
  data/provenance/prov.jsonld       how each file came to be, as W3C PROV
  data/ro-crate-metadata.json       all of it described as an RO-Crate
  data/schema/                      JSON Schema of the JSON files
  data/journal/journal.jsonl        every act, one a line, signed, each with the hash of the one before
  data/journal/keys.json            the public keys (Ed25519) of those who wrote
  data/journal/seals/               signed heads of the Merkle tree over the journal (RFC 9162), and timestamps over
                                    them (RFC 3161); seals.json lists them
  data/case.json                    the case in short

Originals are as they were received. A saved page among them may hold scripts and reach for the network when a browser
opens it; the snapshot and the text beside it do not.

${CHECKING}`;
}
