import type { CaseHandlers } from '../handlers.ts';
import { listEntries } from '../journal/list-entries.ts';
import { describeItem, removeItem } from './change-item.ts';
import { getFile } from './get-file.ts';
import { getItem } from './get-item.ts';
import { getText, listTexts } from './get-text.ts';
import { removeFile } from './remove-file.ts';
import { listItems } from './list-items.ts';

export const itemCalls = {
  'items.list': listItems,
  'items.get': (ctx, { id }) => getItem(ctx, id),
  'items.text': (ctx, { id, fileId }) => getText(ctx, id, fileId),
  'items.texts': async (ctx, { id }) => ({ texts: await listTexts(ctx, id) }),
  'files.remove': async (ctx, input) => {
    await removeFile(ctx, input);
    return {};
  },
  'items.describe': describeItem,
  'items.remove': async (ctx, input) => {
    await removeItem(ctx, input);
    return {};
  },
  'files.get': (ctx, { fileId }) => getFile(ctx, fileId),
  'blobs.locate': (ctx, { sha256 }) => ctx.store.locate(sha256),
  'journal.list': listEntries,
} satisfies Partial<CaseHandlers>;
