/** Versions of a page, and pages found gone. */
import { z } from 'zod';
import { passage } from '../model/passages.ts';
import { id, pageOf, pageRequest, timestamp } from '../model/primitives.ts';
import { absence, carriedPassage, itemVersion, versionComparison, versionLink } from '../model/versions.ts';
import { engineCall, nothing, reason } from './call.ts';

export const versionsContract = {
  'versions.list': engineCall(z.object({ itemId: id }), z.object({ versions: z.array(itemVersion), absences: z.array(absence) })),
  'versions.link': engineCall(z.object({ itemId: id, earlierId: id }), versionLink, 'items', 'journal'),
  'versions.unlink': engineCall(z.object({ itemId: id, reason }), nothing, 'items', 'journal'),
  'versions.compare': engineCall(z.object({ fromId: id, toId: id }), versionComparison),
  /** Where the passages of an earlier version stand in a newer one. Makes nothing. */
  'versions.carry': engineCall(z.object({ fromId: id, toId: id }), z.object({ passages: z.array(carriedPassage) })),
  /** Makes passages in the newer version of those named. An approximate one must be named alone. */
  'versions.accept': engineCall(
    z.object({ toId: id, passageIds: z.array(id).min(1).max(1000) }),
    z.object({ passages: z.array(passage) }),
    'passages',
    'items',
    'journal',
    'case',
  ),
  /** Told by whoever asked for the page: the window's capture, the queue, a script. */
  'absences.record': engineCall(
    z.object({
      askedUrl: z.url().max(8192),
      finalUrl: z.url().max(8192).optional(),
      at: timestamp.optional(),
      status: z.union([z.literal(404), z.literal(410)]),
      responseHeaders: z.array(z.tuple([z.string(), z.string()])).default([]),
      remoteAddress: z.string().nullable().default(null),
      serverDate: z.string().nullable().default(null),
      keptItemId: id.nullable().default(null),
    }),
    absence,
    'items',
    'journal',
    'case',
  ),
  'absences.list': engineCall(z.object(pageRequest), pageOf(absence)),
} as const;
