/** Marked parts of items. */
import { z } from 'zod';
import { passage, passageNotes, passageTarget } from '../model/passages.ts';
import { id, pageOf, pageRequest } from '../model/primitives.ts';
import { engineCall, nothing, byId, reason } from './call.ts';

export const passagesContract = {
  'passages.create': engineCall(
    z.intersection(z.object({ itemId: id, ...passageNotes.shape }), passageTarget),
    passage,
    'passages',
    'items',
    'journal',
    'case',
  ),
  'passages.update': engineCall(z.object({ id, ...passageNotes.shape }), passage, 'passages', 'journal'),
  'passages.remove': engineCall(z.object({ id, reason }), nothing, 'passages', 'items', 'claims', 'journal', 'case'),
  'passages.list': engineCall(z.object({ itemId: id.optional(), tag: z.string().optional(), ...pageRequest }), pageOf(passage)),
  'passages.get': engineCall(byId, passage),
} as const;
