/** The one function through which anything becomes an item: all its files and text, or nothing. */
import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { canonicalJson } from '#shared/canonical-json.ts';
import type { FileRole, ItemType, TextMap } from '#shared/model/items.ts';
import type { Facts, Json } from '#shared/model/primitives.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { mutate, type Act } from '../journal/mutate.ts';
import { putSearchRow } from '../search/search-row.ts';
import type { KeptBlob } from '../store/blob-store.ts';
import { putAddresses } from '../versions/item-addresses.ts';

/** A file of the item to be; `key` names it within the draft so that a derived file can name its parent. */
export type DraftFile = {
  key: string;
  role: FileRole;
  blob: KeptBlob;
  name: string;
  mediaType: string;
  /** Both or neither: what it was made from, and by what. */
  parent?: string;
  tool?: { name: string; version: string; parameters: Facts };
};

export type ItemDraft = {
  type: ItemType;
  title: string;
  source: string;
  sourceUrl: string | null;
  language: string | null;
  originalName: string | null;
  method: 'capture' | 'import';
  capturedAt: string;
  /** Why the item is not whole; empty when it is. `reason` is a message id. */
  gaps: { reason: string; facts: Facts }[];
  facts: Facts;
  /** Parents before their children. */
  files: DraftFile[];
  /** `fileKey` names the draft file (role `text`) whose bytes are `text` in UTF-8. */
  text: { fileKey: string; text: string; map: TextMap } | null;
};

/** What else becomes true in the moment an item is kept: writes it and answers the acts to record after the item's own. */
export type KeptBeside = (trx: Transaction<Tables>, itemId: string) => Promise<Act[]>;

/**
 * Writes item, files, canonical text, search words, addresses and journal entry in one transaction, with whatever is
 * kept `beside` it; returns the item's id. When one of these throws, nothing was written.
 */
export async function keepItem(ctx: CaseContext, draft: ItemDraft, beside: readonly KeptBeside[] = []): Promise<string> {
  const itemId = ctx.ports.newId();
  const rows = toRows(ctx, itemId, draft);
  const payload = {
    item: { ...rows.item, facts: draft.facts, gaps: draft.gaps },
    files: rows.files.map((file) => ({
      ...file,
      toolParameters: file.toolParameters === null ? null : (JSON.parse(file.toolParameters) as Json),
    })),
    blobs: draft.files.map(({ blob }) => ({
      sha256: blob.sha256,
      sha1: blob.sha1,
      md5: blob.md5,
      size: blob.size,
      alreadyKept: blob.alreadyKept,
    })),
    text:
      rows.text === null || draft.text === null
        ? null
        : { fileId: rows.text.fileId, sha256: rows.text.sha256, length: rows.text.length, mapSha256: textMapHash(draft.text.map) },
  };
  const write = async (trx: Transaction<Tables>) => {
    await insert(trx, rows, draft);
    const acts: Act[] = [];
    for (const keep of beside) acts.push(...(await keep(trx, itemId)));
    return acts;
  };
  await mutate(ctx, (acts: Act[]) => [{ action: 'item.kept', subject: itemId, payload }, ...acts], write);
  await ctx.store.arrived(draft.files.map(({ blob }) => blob.sha256));
  return itemId;
}

/** SHA-256 of a text map's canonical JSON: the journal fixes the map without holding all of it. */
export function textMapHash(map: TextMap): string {
  return createHash('sha256').update(canonicalJson(map), 'utf8').digest('hex');
}

type Rows = { item: Tables['item']; files: Tables['file'][]; blobs: Tables['blob'][]; text: Tables['canonicalText'] | null };

function toRows(ctx: CaseContext, itemId: string, draft: ItemDraft): Rows {
  const now = ctx.ports.now().toISOString();
  const ids = new Map(draft.files.map((file) => [file.key, ctx.ports.newId()]));
  const idOf = (key: string): string => {
    const found = ids.get(key);
    if (found === undefined) throw new Error(`draft names no file ${key}`);
    return found;
  };
  const { type, title, source, sourceUrl, language, originalName, method, capturedAt } = draft;
  const textFile = draft.text === null ? undefined : draft.files.find((file) => file.key === draft.text?.fileKey);
  return {
    item: {
      id: itemId,
      type,
      title,
      source,
      sourceUrl,
      language,
      originalName,
      method,
      capturedAt,
      completeness: draft.gaps.length === 0 ? 'whole' : 'partial',
      facts: JSON.stringify(draft.facts),
      gaps: JSON.stringify(draft.gaps),
    },
    files: draft.files.map((file) => ({
      id: idOf(file.key),
      itemId,
      role: file.role,
      sha256: file.blob.sha256,
      name: file.name,
      mediaType: file.mediaType,
      parentFileId: file.parent === undefined ? null : idOf(file.parent),
      tool: file.tool?.name ?? null,
      toolVersion: file.tool?.version ?? null,
      toolParameters: file.tool === undefined ? null : JSON.stringify(file.tool.parameters),
      createdAt: now,
    })),
    blobs: draft.files.map(({ blob: { sha256, sha1, md5, size } }) => ({ sha256, sha1, md5, size, createdAt: now })),
    text:
      draft.text === null || textFile === undefined
        ? null
        : {
            itemId,
            fileId: idOf(draft.text.fileKey),
            sha256: textFile.blob.sha256,
            text: draft.text.text,
            length: draft.text.text.length,
            map: JSON.stringify(draft.text.map),
          },
  };
}

async function insert(trx: Transaction<Tables>, rows: Rows, draft: ItemDraft): Promise<void> {
  await trx
    .insertInto('blob')
    .values(rows.blobs)
    .onConflict((oc) => oc.column('sha256').doNothing())
    .execute();
  await trx.insertInto('item').values(rows.item).execute();
  await trx.insertInto('file').values(rows.files).execute();
  if (rows.text !== null) await trx.insertInto('canonicalText').values(rows.text).execute();
  await putAddresses(trx, rows.item.id, draft);
  await putSearchRow(trx, {
    kind: 'item',
    id: rows.item.id,
    title: [draft.title, draft.originalName ?? ''].join(' '),
    body: draft.text?.text ?? '',
  });
}
