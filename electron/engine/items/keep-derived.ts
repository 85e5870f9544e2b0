/** The one function through which an item gains files after it was kept. What came with the item is never touched. */
import type { Transaction } from 'kysely';
import { HoldfastError } from '#shared/errors.ts';
import type { FileRole, TextMap } from '#shared/model/items.ts';
import type { Facts, Json } from '#shared/model/primitives.ts';
import type { TextKind } from '#shared/model/text-kinds.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { mutate, type Act } from '../journal/mutate.ts';
import { putSearchRow } from '../search/search-row.ts';
import type { KeptBlob } from '../store/blob-store.ts';
import { getFile } from './get-file.ts';
import { getItem } from './get-item.ts';
import { itemSearchRow } from './item-search-row.ts';
import { textMapHash } from './keep-item.ts';
import { takeBack } from './take-back.ts';

/** A text made from a file of the item: which of its texts it is, in which language (BCP 47), and where it comes from. */
export type DerivedText = { kind: Exclude<TextKind, 'canonical'>; language: string | null; text: string; map: TextMap };

export type DerivedFile = {
  role: FileRole;
  blob: KeptBlob;
  name: string;
  mediaType: string;
  /** The file of the same item it is made from; null for a file received from outside, such as subtitles. */
  parentFileId: string | null;
  /** What made it: a program with its version, or `person`. Null only for a file received from outside. */
  tool: { name: string; version: string; parameters: Facts } | null;
  /** Given when the file's bytes are a text in UTF-8 that can be quoted. */
  text?: DerivedText;
};

/** What else becomes true in the same moment: writes it and answers the acts to record after the files' own. */
export type DerivedBeside = (trx: Transaction<Tables>, fileIds: readonly string[]) => Promise<Act[]>;

/**
 * Writes files, texts, search words and one journal entry a file (`file.derived`) in one transaction; answers the ids of
 * the files in their order. When it throws, nothing was written and the bytes are taken back.
 * @throws HoldfastError not-found for an unknown item or a parent of another item
 */
export async function keepDerived(
  ctx: CaseContext,
  itemId: string,
  files: readonly DerivedFile[],
  beside: DerivedBeside = async () => [],
): Promise<string[]> {
  const blobs = files.map(({ blob }) => blob);
  try {
    await getItem(ctx, itemId);
    for (const { parentFileId } of files) if (parentFileId !== null) await requireParent(ctx, itemId, parentFileId);
    const made = files.map((file) => toRows(ctx, itemId, file));
    await mutate(
      ctx,
      (acts: Act[]) => [...made.map(toAct), ...acts],
      async (trx) => {
        for (const rows of made) await insert(trx, rows);
        if (made.some(({ text }) => text !== null)) await putSearchRow(trx, await itemSearchRow(trx, itemId));
        return beside(
          trx,
          made.map(({ file }) => file.id),
        );
      },
    );
    await ctx.store.arrived(blobs.map(({ sha256 }) => sha256));
    return made.map(({ file }) => file.id);
  } catch (error) {
    await takeBack(ctx, blobs);
    throw error;
  }
}

async function requireParent(ctx: CaseContext, itemId: string, fileId: string): Promise<void> {
  const parent = await getFile(ctx, fileId);
  if (parent.itemId !== itemId) throw new HoldfastError('not-found', { kind: 'file', id: fileId });
}

type Rows = { file: Tables['file']; blob: KeptBlob; text: Tables['derivedText'] | null; map: TextMap | null };

function toRows(ctx: CaseContext, itemId: string, { role, blob, name, mediaType, parentFileId, tool, text }: DerivedFile): Rows {
  const file = {
    id: ctx.ports.newId(),
    itemId,
    role,
    sha256: blob.sha256,
    name,
    mediaType,
    parentFileId,
    tool: tool?.name ?? null,
    toolVersion: tool?.version ?? null,
    toolParameters: tool === null ? null : JSON.stringify(tool.parameters),
    createdAt: ctx.ports.now().toISOString(),
  };
  if (text === undefined) return { file, blob, text: null, map: null };
  const { kind, language, text: words, map } = text;
  return {
    file,
    blob,
    text: { fileId: file.id, itemId, kind, language, sha256: blob.sha256, text: words, length: words.length, map: JSON.stringify(map) },
    map,
  };
}

async function insert(trx: Transaction<Tables>, { file, blob, text }: Rows): Promise<void> {
  const { sha256, sha1, md5, size } = blob;
  await trx
    .insertInto('blob')
    .values({ sha256, sha1, md5, size, createdAt: file.createdAt })
    .onConflict((oc) => oc.column('sha256').doNothing())
    .execute();
  await trx.insertInto('file').values(file).execute();
  await trx.insertInto('addedFile').values({ fileId: file.id, itemId: file.itemId, at: file.createdAt }).execute();
  if (text !== null) await trx.insertInto('derivedText').values(text).execute();
}

function toAct({ file, blob, text, map }: Rows): Act {
  const { sha256, sha1, md5, size, alreadyKept } = blob;
  return {
    action: 'file.derived',
    subject: file.id,
    payload: {
      file: { ...file, toolParameters: file.toolParameters === null ? null : (JSON.parse(file.toolParameters) as Json) },
      blob: { sha256, sha1, md5, size, alreadyKept },
      text:
        text === null || map === null
          ? null
          : { kind: text.kind, language: text.language, sha256: text.sha256, length: text.length, mapSha256: textMapHash(map) },
    },
  };
}
