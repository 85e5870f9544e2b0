/** Everything of a case that has a date, on one line of time: computed when asked for, never stored. */
import { z } from 'zod';
import { id } from './primitives.ts';

/** What an entry tells of. `handed on`: a step of an attribution chain; `published`: the source's own date; `kept`: captured or imported. */
export const timelineKinds = ['incident', 'event', 'statement', 'handed on', 'published', 'kept'] as const;
export type TimelineKind = (typeof timelineKinds)[number];

export const timelineLanes = ['events', 'statements', 'sources'] as const;
export type TimelineLane = (typeof timelineLanes)[number];
export const laneOf: Record<TimelineKind, TimelineLane> = {
  incident: 'events',
  event: 'events',
  statement: 'statements',
  'handed on': 'statements',
  published: 'sources',
  kept: 'sources',
};

/** Milliseconds since 1970 UTC. */
const moment = z.number();

/** One end of a date as it is drawn; see `EdtfEnd`. */
const end = z.object({
  at: moment.nullable(),
  is: z.enum(['given', 'open', 'unknown']),
  approximate: z.boolean(),
  uncertain: z.boolean(),
});
const shape = z.object({
  kind: z.enum(['date', 'interval', 'one of', 'all of']),
  start: end,
  end,
  unspecified: z.boolean(),
  parts: z.array(z.object({ min: moment, max: moment })),
});

export const timelineEntry = z.object({
  /** Kind, record and step; the same entry has the same key in every answer. */
  key: z.string(),
  kind: z.enum(timelineKinds),
  /** The record that opens: a claim, an incident or an item, by kind. */
  id,
  /** As it is kept (EDTF, or a time stamp); null when undated. */
  date: z.string().nullable(),
  /** Null when undated, or dated in words that no rule reads. */
  shape: shape.nullable(),
  /** A claim's sentence, an incident's code and title, an item's title. */
  title: z.string(),
  /** Who speaks or hands on, or an item's source; null when nobody is named. */
  who: z.string().nullable(),
  modality: z.string().nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

/**
 * A lane in a window of time. Its entries by their start; or, where they are more than asked for, how many of them may
 * have been in each of equal stretches of the window (an entry of vague date counts in many).
 */
export const timelineLane = z.object({
  lane: z.enum(timelineLanes),
  total: z.number().int(),
  entries: z.array(timelineEntry),
  bins: z.array(z.number().int()).nullable(),
});
export type TimelineLaneView = z.infer<typeof timelineLane>;

/** Narrows by incident, party and kind; a party's entries are those of claims that cite it, of it or of what was merged into it. */
export const timelineFilter = {
  incidentId: id.optional(),
  partyId: id.optional(),
  kinds: z.array(z.enum(timelineKinds)).optional(),
};

export const timelineView = z.object({
  /** The window answered; null when nothing has a date. */
  window: z.object({ from: moment, to: moment }).nullable(),
  /** From the first to the last moment that any entry gives. */
  extent: z.object({ from: moment, to: moment }).nullable(),
  lanes: z.array(timelineLane),
  dated: z.number().int(),
  undated: z.number().int(),
});
export type TimelineView = z.infer<typeof timelineView>;
