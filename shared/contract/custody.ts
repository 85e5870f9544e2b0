/** Custody: who did what when, and the chain-of-custody sheet of an item. */
import { z } from 'zod';
import { errorCodes } from '../errors.ts';
import { actCheck, actKinds, custodyAct, custodySheet, itemCustody } from '../model/custody.ts';
import { id, pageOf, pageRequest, sortDirection, timestamp } from '../model/primitives.ts';
import { engineCall, mainCall, nothing } from './call.ts';

const itemId = z.object({ itemId: id });

export const custodyContract = {
  /** Entries of the journal with what they are about; `itemId`: all acts about an item and what hangs on it. */
  'custody.acts': engineCall(
    z.object({
      itemId: id.optional(),
      actor: z.string().optional(),
      kinds: z.array(z.enum(actKinds)).optional(),
      /** Both inclusive. */
      from: timestamp.optional(),
      to: timestamp.optional(),
      words: z.string().max(200).optional(),
      direction: sortDirection.default('descending'),
      ...pageRequest,
    }),
    pageOf(custodyAct),
  ),
  'custody.actors': engineCall(nothing, z.object({ actors: z.array(z.string()) })),
  'custody.check': engineCall(z.object({ seq: z.number().int().min(1) }), actCheck),
  'custody.sheet': engineCall(itemId, custodySheet),
  /** The sheet as one HTML page that needs nothing else, and a name for its file. */
  'custody.sheetPage': engineCall(itemId, z.object({ html: z.string(), name: z.string() })),
  'custody.given': engineCall(itemId, itemCustody),
  'custody.describe': engineCall(z.object({ itemId: id, given: itemCustody.partial() }), itemCustody, 'items', 'journal'),
  /** A person opened the item to read it; entered only when the case says so. */
  'items.opened': engineCall(itemId, z.object({ entered: z.boolean() })),
  /** A capture that nothing came of. `url` without credentials. */
  'captures.failed': engineCall(
    z.object({
      url: z.string().max(8192),
      code: z.enum(errorCodes),
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
    nothing,
    'journal',
  ),
  /** Saves the sheet where the person says: as PDF, or as HTML. Null when they do not. */
  'custody.saveSheet': mainCall(itemId, z.object({ path: z.string().nullable() })),
} as const;
