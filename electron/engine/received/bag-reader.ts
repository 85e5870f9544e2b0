/** What a case is made of again, read from a case file: entries, texts, bytes, keys, tokens. Names come from hashes, never from the bag. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { canonicalJson } from '#shared/canonical-json.ts';
import { HoldfastError } from '#shared/errors.ts';
import { exportedItem, type ExportedItem } from '#shared/model/case-file.ts';
import { journalEntry, type JournalEntry } from '#shared/model/journal.ts';
import type { TextMap } from '#shared/model/items.ts';
import type { Json } from '#shared/model/primitives.ts';
import { writerKey, type WriterKeyRecord } from '#shared/model/seals.ts';
import type { CaseFileSource } from '../casefile/case-file-source.ts';
import { JOURNAL } from '../casefile/journal-told.ts';
import { readLines, readText } from '../casefile/read-file.ts';

/** Where the bytes of a kept file lie in the bag. */
export type BagFile = { path: string; size: number };

/** A text that stands in the bag: the file that holds its words, and its map. */
export type BagText = { sha256: string; map: TextMap };

export type BagIndex = {
  /** By SHA-256. */
  files: Map<string, BagFile>;
  /** By file id. */
  texts: Map<string, BagText>;
  keys: WriterKeyRecord[];
  /** Replies of timestamp authorities by the id of their request: where each lies. */
  tokens: Map<string, string>;
};

const WITHHELD = 'data/journal/withheld.json';
const ITEM = /^data\/items\/[^/]+\/item\.json$/;

/** A case file of a part of a case lacks entries of the journal, so no case can be made from it. */
export function refusePart(source: CaseFileSource, path: string): void {
  if (source.files.has(WITHHELD)) throw new HoldfastError('casefile-partial', { path });
}

export async function indexBag(source: CaseFileSource, signal: AbortSignal): Promise<BagIndex> {
  const index: BagIndex = { files: new Map(), texts: new Map(), keys: await readKeys(source), tokens: await readTokens(source) };
  for (const path of source.files.keys()) {
    if (!ITEM.test(path)) continue;
    signal.throwIfAborted();
    addItem(index, source, exportedItem.parse(await readJson(source, path)));
  }
  return index;
}

function addItem({ files, texts }: BagIndex, source: CaseFileSource, item: ExportedItem): void {
  for (const { sha256, path } of item.files) {
    const size = source.files.get(path)?.size;
    if (size !== undefined) files.set(sha256, { path, size });
  }
  if (item.text !== null) texts.set(item.text.fileId, { sha256: item.text.sha256, map: item.text.map });
  for (const { fileId, sha256, map } of item.texts) texts.set(fileId, { sha256, map });
}

/** Case files of before there were keys have none. */
async function readKeys(source: CaseFileSource): Promise<WriterKeyRecord[]> {
  const keys = await readJson(source, 'data/journal/keys.json');
  return keys === null ? [] : z.array(writerKey).parse(keys);
}

const listedSeals = z.array(z.object({ tokens: z.array(z.object({ id: z.string(), token: z.object({ file: z.string() }).nullable() })) }));

async function readTokens(source: CaseFileSource): Promise<Map<string, string>> {
  const listed = listedSeals.safeParse((await readJson(source, 'data/journal/seals.json')) ?? []);
  const tokens = listed.success ? listed.data.flatMap((seal) => seal.tokens) : [];
  return new Map(tokens.flatMap(({ id, token }) => (token === null ? [] : [[id, token.file] as const])));
}

/** Every entry, oldest first; the check of the case file has found each to be canonical already. */
export async function* bagEntries(source: CaseFileSource, signal: AbortSignal, path = JOURNAL): AsyncGenerator<JournalEntry> {
  for await (const line of readLines(source, path, signal)) {
    const value = JSON.parse(line) as Json;
    if (canonicalJson(value) !== line) throw new HoldfastError('casefile-invalid', { path, problem: 'it changed while it was read' });
    yield journalEntry.parse(value);
  }
}

export async function readJson(source: CaseFileSource, path: string): Promise<unknown> {
  const text = await readText(source, path);
  return text === null ? null : (JSON.parse(text) as unknown);
}

export async function bagBytes(source: CaseFileSource, path: string): Promise<Buffer | null> {
  const file = source.files.get(path);
  if (file === undefined) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of await file.open()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export async function openBagFile(source: CaseFileSource, path: string): Promise<Readable> {
  const file = source.files.get(path);
  if (file === undefined) throw new HoldfastError('casefile-invalid', { path, problem: 'it was there and is not any more' });
  return file.open();
}

/** What the exporter showed: it fixes every file of the bag. */
export async function tagManifestSha256(source: CaseFileSource): Promise<string> {
  const bytes = await bagBytes(source, 'tagmanifest-sha256.txt');
  return createHash('sha256')
    .update(bytes ?? Buffer.alloc(0))
    .digest('hex');
}
