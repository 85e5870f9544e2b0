/** Items, their files and texts. */
import { z } from 'zod';
import { canonicalText, importOutcome, item, itemFile, itemNote, itemRow, itemSort, itemType } from '../model/items.ts';
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
  'items.text': engineCall(byId, canonicalText.nullable()),
  'items.describe': engineCall(z.object({ id, given: itemNote.partial() }), item, 'items', 'journal'),
  'items.remove': engineCall(z.object({ id, reason }), nothing, 'items', 'passages', 'journal', 'case'),
  'files.get': engineCall(z.object({ fileId: id }), itemFile),
  'blobs.locate': engineCall(z.object({ sha256 }), z.object({ path: z.string(), size: z.number().int() })),
} as const;
