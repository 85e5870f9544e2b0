/** For each kind of thing: which acts say what is true of it, and what its rows say now, in the same shape. */
import type Database from 'better-sqlite3';
import type { Json } from '#shared/model/primitives.ts';
import type { TextMap } from '#shared/model/items.ts';
import type { Tables } from '../db/tables.ts';
import { toSeal, type SealRow } from '../seal/read-seals.ts';
import { textMapHash } from '../items/keep-item.ts';
import { sha256Of } from './check-chain.ts';
import { claimKinds } from './claim-records.ts';
import { passageKinds } from './passage-records.ts';
import { queueKinds } from './queue-records.ts';
import { mergeKinds } from './merge-records.ts';
import { redactionKinds } from './redaction-records.ts';
import { timestampKinds } from './timestamp-records.ts';
import { versionKinds } from './version-records.ts';

type Raw = Database.Database;
type Shape = { [key: string]: Json };

export type RecordKind = {
  kind: string;
  /** The table and its id column; every row of it must be explained by the journal. */
  table: string;
  idColumn: string;
  /** The first makes the thing, the others change it; later payloads overlay earlier ones. */
  actions: [string, ...string[]];
  /** The merged payloads in the shape of `now`, leaving out what other checks tell. */
  said(payload: Shape): Json;
  now(raw: Raw, id: string): Json;
};

const unchanged = (payload: Shape): Json => payload;

export const recordKinds: RecordKind[] = [
  { kind: 'case', table: 'caseRecord', idColumn: 'caseId', actions: ['case.created'], said: unchanged, now: caseNow },
  { kind: 'case setting', table: 'caseSetting', idColumn: 'name', actions: ['case.configured'], said: unchanged, now: settingNow },
  { kind: 'item', table: 'item', idColumn: 'id', actions: ['item.kept'], said: itemSaid, now: itemNow },
  { kind: 'note on item', table: 'itemNote', idColumn: 'itemId', actions: ['item.described'], said: unchanged, now: noteNow },
  { kind: 'custody of item', table: 'itemCustody', idColumn: 'itemId', actions: ['item.custody'], said: unchanged, now: custodyNow },
  {
    kind: 'passage',
    table: 'passage',
    idColumn: 'id',
    actions: ['passage.created', 'passage.updated'],
    said: passageSaid,
    now: passageNow,
  },
  {
    kind: 'derived file',
    table: 'addedFile',
    idColumn: 'fileId',
    actions: ['file.derived'],
    said: derivedSaid,
    now: derivedNow,
  },
  { kind: 'seal', table: 'seal', idColumn: 'id', actions: ['seal.made'], said: unchanged, now: sealNow },
  ...timestampKinds,
  ...passageKinds,
  ...claimKinds,
  ...queueKinds,
  ...versionKinds,
  ...redactionKinds,
  ...mergeKinds,
  {
    kind: 'verification',
    table: 'verification',
    idColumn: 'id',
    actions: ['verify.done'],
    said: ({ reportSha256 }) => reportSha256 ?? null,
    now: verificationNow,
  },
];

function caseNow(raw: Raw, id: string): Json {
  return one(raw, 'SELECT caseId, title, createdAt, madeWith FROM caseRecord WHERE caseId = ?', id);
}

function settingNow(raw: Raw, name: string): Json {
  const row = one(raw, 'SELECT name, value FROM caseSetting WHERE name = ?', name);
  return { ...row, value: parsed(String(row['value'])) };
}

type Kept = { item: Json; files: Shape[]; blobs: Shape[]; text: Json };

/** Sizes are left to the re-hashing, which knows the true one. */
export function itemSaid(payload: Shape): Json {
  const { item, files, blobs, text } = payload as unknown as Kept;
  const digests = blobs.map(({ sha256, sha1, md5 }) => ({ sha256, sha1, md5 }) as Shape);
  return { item, files: byKey(files, 'id'), blobs: byKey(digests, 'sha256'), text };
}

/** What was derived later has journal entries of its own. */
const CAME_WITH_ITEM = 'file.itemId = ? AND NOT EXISTS (SELECT 1 FROM addedFile a WHERE a.fileId = file.id)';

function itemNow(raw: Raw, id: string): Json {
  const item = raw.prepare('SELECT * FROM item WHERE id = ?').get(id) as Tables['item'];
  const files = raw.prepare(`SELECT * FROM file WHERE ${CAME_WITH_ITEM}`).all(id) as Tables['file'][];
  const blobs = raw
    .prepare(`SELECT b.sha256, b.sha1, b.md5 FROM file JOIN blob b ON b.sha256 = file.sha256 WHERE ${CAME_WITH_ITEM}`)
    .all(id) as Shape[];
  const text = raw.prepare('SELECT fileId, sha256, length, map FROM canonicalText WHERE itemId = ?').get(id) as
    Tables['canonicalText'] | undefined;
  return {
    item: { ...item, facts: parsed(item.facts), gaps: parsed(item.gaps) },
    files: byKey(
      files.map((file) => ({ ...file, toolParameters: file.toolParameters === null ? null : parsed(file.toolParameters) })),
      'id',
    ),
    blobs: byKey(blobs, 'sha256'),
    text:
      text === undefined
        ? absentText(raw, id, 'item.kept')
        : { fileId: text.fileId, sha256: text.sha256, length: text.length, mapSha256: textMapHash(parsed(text.map) as TextMap) },
  };
}

/** A text whose bytes a case file did not hold is as the journal says; its missing bytes are looked at for themselves. */
function absentText(raw: Raw, subject: string, action: string): Json {
  const said = raw
    .prepare(
      `SELECT json_extract(payload, '$.text') FROM journal WHERE subject = ? AND action = ? AND json_valid(payload)
       AND isAbsent(json_extract(payload, '$.text.sha256'))`,
    )
    .pluck()
    .get(subject, action) as string | undefined;
  return said === undefined ? null : parsed(said);
}

function noteNow(raw: Raw, id: string): Json {
  const { graphic, ...note } = one(raw, 'SELECT title, source, publishedAt, note, graphic FROM itemNote WHERE itemId = ?', id);
  return { ...note, graphic: graphic === 1 };
}

/** What a journal entry of a file derived later says, in the shape of `derivedNow`. */
export function derivedSaid({ file, blob, text }: Shape): Json {
  const { sha256, sha1, md5 } = blob as Shape;
  return { file: file ?? null, blob: { sha256, sha1, md5 } as Shape, text: text ?? null };
}

function derivedNow(raw: Raw, id: string): Json {
  const file = one(raw, 'SELECT file.* FROM file JOIN addedFile a ON a.fileId = file.id AND a.itemId = file.itemId WHERE file.id = ?', id);
  const text = raw.prepare('SELECT kind, language, sha256, length, map, itemId FROM derivedText WHERE fileId = ?').get(id) as
    Tables['derivedText'] | undefined;
  const parameters = file['toolParameters'];
  return {
    file: { ...file, toolParameters: typeof parameters === 'string' ? parsed(parameters) : null },
    blob: one(raw, 'SELECT b.sha256, b.sha1, b.md5 FROM blob b JOIN file ON file.sha256 = b.sha256 WHERE file.id = ?', id),
    text:
      text === undefined
        ? absentText(raw, id, 'file.derived')
        : {
            kind: text.kind,
            language: text.language,
            sha256: text.sha256,
            length: text.length,
            mapSha256: textMapHash(parsed(text.map) as TextMap),
            ...(text.itemId === file['itemId'] ? {} : { itemId: text.itemId }),
          },
  };
}

/** Entries made before passages had these fields say nothing of them. */
export function passageSaid(payload: Shape): Json {
  return { textFileId: null, fileId: null, language: null, translation: null, translator: null, origin: null, ...payload };
}

function passageNow(raw: Raw, id: string): Json {
  const row = one(raw, 'SELECT * FROM passage WHERE id = ?', id);
  const tags = raw.prepare('SELECT tag FROM passageTag WHERE passageId = ? ORDER BY tag').pluck().all(id) as string[];
  // SQLite orders by bytes, the journal as JavaScript sorts.
  const { selectors, origin } = row;
  return { ...row, selectors: parsed(String(selectors)), origin: typeof origin === 'string' ? parsed(origin) : null, tags: tags.sort() };
}

function verificationNow(raw: Raw, id: string): Json {
  return sha256Of(String(one(raw, 'SELECT report FROM verification WHERE id = ?', id)['report']));
}

function one(raw: Raw, query: string, id: string): Shape {
  return (raw.prepare(query).get(id) ?? {}) as Shape;
}

/** A column that should be JSON; what is not, differs from everything the journal holds. */
function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return { unreadable: text };
  }
}

function byKey(rows: Shape[], key: string): Shape[] {
  return rows.sort((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1));
}

function sealNow(raw: Raw, id: string): Json {
  const { caseId } = raw.prepare('SELECT caseId FROM caseRecord').get() as { caseId: string };
  const { reason, head } = toSeal(raw.prepare('SELECT * FROM seal WHERE id = ?').get(id) as SealRow, caseId);
  return { reason, head };
}

function custodyNow(raw: Raw, itemId: string): Json {
  const { itemId: _item, ...said } = raw.prepare('SELECT * FROM itemCustody WHERE itemId = ?').get(itemId) as Shape;
  return said;
}
