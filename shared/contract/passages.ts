/** Marked parts of items. */
import { z } from 'zod';
import { passageEvent } from '../model/passage-history.ts';
import { linkedPassage, passageLink, passageRelation } from '../model/passage-links.ts';
import { anchorStates, passage, passageKinds, passageNotes, passageNotesChange, passageTarget, tag } from '../model/passages.ts';
import { id, pageOf, pageRequest, timestamp } from '../model/primitives.ts';
import { tagColour } from '../model/tag-colours.ts';
import { engineCall, nothing, byId, reason } from './call.ts';

/** What a list of passages is narrowed by; `state: 'changed'` is any but exact. */
const passageFilter = {
  itemId: id.optional(),
  tag: z.string().optional(),
  words: z.string().max(500).optional(),
  colour: tagColour.optional(),
  kind: z.enum(passageKinds).optional(),
  state: z.enum([...anchorStates, 'changed']).optional(),
  claims: z.enum(['with', 'without']).optional(),
  author: z.string().optional(),
};

export const passagesContract = {
  'passages.create': engineCall(
    z.intersection(z.object({ itemId: id, ...passageNotes.shape }), passageTarget),
    passage,
    'passages',
    'items',
    'journal',
    'case',
  ),
  /** Fields left out keep what they had. `ifUpdatedAt`: refused with `changed-since` when the passage is not as it was then. */
  'passages.update': engineCall(
    z.object({ id, ...passageNotesChange.shape, ifUpdatedAt: timestamp.optional() }),
    passage,
    'passages',
    'journal',
  ),
  'passages.remove': engineCall(z.object({ id, reason }), nothing, 'passages', 'items', 'claims', 'journal', 'case'),
  /** Takes a removal back; the passage's links come back with it. */
  'passages.restore': engineCall(z.object({ id, reason }), passage, 'passages', 'items', 'claims', 'journal', 'case'),
  'passages.list': engineCall(z.object({ ...passageFilter, ...pageRequest }), pageOf(passage)),
  /** How many there are of each source or tag, the most first; at most a thousand. */
  'passages.groups': engineCall(
    z.object({ ...passageFilter, by: z.enum(['item', 'tag']) }),
    z.object({ groups: z.array(z.object({ key: z.string(), label: z.string(), count: z.number().int() })) }),
  ),
  'passages.get': engineCall(byId, passage),
  /** What was done to a passage, the oldest first, from the journal; of a removed one too. */
  'passages.history': engineCall(byId, z.object({ entries: z.array(passageEvent) })),

  /** Ties one passage to another, of any items. `already-exists` when they are tied so already. */
  'passages.link': engineCall(
    z.object({ fromId: id, toId: id, relation: passageRelation, note: z.string().trim().max(2000).default('') }),
    passageLink,
    'passages',
    'journal',
  ),
  'passages.unlink': engineCall(z.object({ id, reason }), nothing, 'passages', 'journal'),
  /** Takes the removal of a link back. */
  'passages.relink': engineCall(z.object({ id, reason }), passageLink, 'passages', 'journal'),
  'passages.links': engineCall(byId, z.object({ links: z.array(linkedPassage) })),

  'tags.list': engineCall(nothing, z.object({ tags: z.array(z.object({ tag, count: z.number().int(), colour: tagColour.nullable() })) })),
  /** Null takes the colour away. */
  'tags.colour': engineCall(z.object({ tag, colour: tagColour.nullable() }), nothing, 'passages', 'journal'),
  /** On every passage that has it; a tag that is there already takes them in. */
  'tags.rename': engineCall(z.object({ tag, to: tag }), z.object({ changed: z.number().int() }), 'passages', 'journal'),
} as const;
