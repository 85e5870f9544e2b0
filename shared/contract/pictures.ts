/** Pictures made from kept ones, and what a captured page is built of. */
import { z } from 'zod';
import { adjustments } from '../model/adjustments.ts';
import { itemFile } from '../model/items.ts';
import { pageStructure } from '../model/page-structure.ts';
import { id } from '../model/primitives.ts';
import { byId, engineCall } from './call.ts';

export const picturesContract = {
  /**
   * Keeps a picture of the item as it looks with these adjustments, as a PNG of the upright pixels, beside the file it is
   * made from (`fileId`; the original unless given).
   */
  'images.keepAdjusted': engineCall(z.object({ itemId: id, fileId: id.optional(), adjustments }), itemFile, 'items', 'journal', 'case'),
  /** Keeps a PNG of an image that this program cannot show, or only a smaller one; what is there already is answered again. */
  'images.keepPreview': engineCall(z.object({ itemId: id }), itemFile, 'items', 'journal', 'case'),
  /** How the captured page of an item is built: headings, lists, tables, pictures. */
  'snapshots.structure': engineCall(byId, pageStructure),
} as const;
