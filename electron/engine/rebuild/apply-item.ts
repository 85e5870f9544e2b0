/** Items and the files that came to them later, written from their journal entries and from the texts themselves. */
import { HoldfastError } from '#shared/errors.ts';
import type { TextMap } from '#shared/model/items.ts';
import type { Facts } from '#shared/model/primitives.ts';
import { textMapHash } from '../items/keep-item.ts';
import { sha256Of } from '../verify/check-chain.ts';
import { addressesOf } from '../versions/item-addresses.ts';
import type { RawRows, Shape } from './raw-rows.ts';

/** A text as kept. What the journal fixes by hash alone comes from where the rest of the case comes from. */
export type KeptText = { text: string; map: TextMap };

/** Null for a text that did not come along, which is so only for what was removed. */
export type TextsOf = (fileId: string, sha256: string) => KeptText | null;

type SaidBlob = { sha256: string; sha1: string; md5: string; size: number };
type SaidText = {
  fileId?: string;
  sha256: string;
  length: number;
  mapSha256: string;
  kind?: string;
  language?: string | null;
  itemId?: string;
};
type SaidFile = Shape & { id: string; itemId: string; sha256: string; createdAt: string };

/** `item.kept`: blobs, item, files, canonical text, addresses. */
export function applyKeptItem(rows: RawRows, payload: Shape, at: string, textOf: TextsOf): void {
  const { item, files, blobs, text } = payload as unknown as { item: Shape; files: SaidFile[]; blobs: SaidBlob[]; text: SaidText | null };
  const madeAt = files[0]?.createdAt ?? at;
  for (const blob of blobs) insertBlob(rows, blob, madeAt);
  rows.insert('item', item);
  for (const file of files) rows.insert('file', file);
  if (text !== null && text.fileId !== undefined)
    insertText(rows, 'canonicalText', { itemId: item['id'] ?? '', fileId: text.fileId }, text, textOf);
  if (item['method'] !== 'capture') return;
  const addresses = addressesOf([(item['facts'] as Facts)['requestedUrl'], item['sourceUrl']]);
  for (const address of addresses) rows.insert('itemAddress', { address, itemId: item['id'] ?? '' });
}

/** `file.derived`: blob, file and, where it is one, the text. */
export function applyDerivedFile(rows: RawRows, payload: Shape, textOf: TextsOf): void {
  const { file, blob, text } = payload as unknown as { file: SaidFile; blob: SaidBlob; text: SaidText | null };
  insertBlob(rows, blob, file.createdAt);
  rows.insert('file', file);
  rows.insert('addedFile', { fileId: file.id, itemId: file.itemId, at: file.createdAt });
  if (text === null) return;
  const { kind = '', language = null, itemId = file.itemId } = text;
  insertText(rows, 'derivedText', { fileId: file.id, itemId, kind, language }, text, textOf);
}

function insertBlob(rows: RawRows, { sha256, sha1, md5, size }: SaidBlob, createdAt: string): void {
  rows.insert('blob', { sha256, sha1, md5, size, createdAt }, 'OR IGNORE');
}

function insertText(rows: RawRows, table: string, key: Shape & { fileId: string }, said: SaidText, textOf: TextsOf): void {
  const kept = textOf(key.fileId, said.sha256);
  if (kept === null) return;
  if (sha256Of(kept.text) !== said.sha256 || textMapHash(kept.map) !== said.mapSha256)
    throw new HoldfastError('blob-altered', { sha256: said.sha256, path: key.fileId });
  rows.insert(table, { ...key, sha256: said.sha256, text: kept.text, length: kept.text.length, map: JSON.stringify(kept.map) });
}
