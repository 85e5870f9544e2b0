/** Items, their files and texts. */
import { z } from 'zod';
import { canonicalText, importOutcome, item, itemFile, itemNote, itemRow, itemSort, itemType, textHead } from '../model/items.ts';
import { id, jobId, pageOf, pageRequest, sha256, sortDirection } from '../model/primitives.ts';
import { engineCall, nothing, byId, path, reason } from './call.ts';

export const itemsContract = {
  'items.import': engineCall(
    z.object({ paths: z.array(path).min(1), jobId: jobId.optional() }),
    z.object({ outcomes: z.array(importOutcome) }),
    'items',
    'journal',
    'case',
  ),
  'items.list': engineCall(
    z.object({
      types: z.array(itemType).optional(),
      filter: z.enum(['all', 'without-passage', 'needs-attention']).default('all'),
      words: z.string().max(200).optional(),
      sort: itemSort.default('capturedAt'),
      direction: sortDirection.default('descending'),
      ...pageRequest,
    }),
    pageOf(itemRow),
  ),
  'items.get': engineCall(byId, item),
  /** The canonical text, or the derived text that is the file named; null when the item has none. */
  'items.text': engineCall(z.object({ id, fileId: id.optional() }), canonicalText.nullable()),
  /** Its texts, the canonical one first, without their words. */
  'items.texts': engineCall(byId, z.object({ texts: z.array(textHead) })),
  /** Takes a file that was derived later out of the item's list; refused while passages stand on it. */
  'files.remove': engineCall(z.object({ fileId: id, reason }), nothing, 'items', 'journal', 'case'),
  'items.describe': engineCall(z.object({ id, given: itemNote.partial() }), item, 'items', 'journal'),
  'items.remove': engineCall(z.object({ id, reason }), nothing, 'items', 'passages', 'journal', 'case'),
  'files.get': engineCall(z.object({ fileId: id }), itemFile),
  'blobs.locate': engineCall(z.object({ sha256 }), z.object({ path: z.string(), size: z.number().int() })),
} as const;
