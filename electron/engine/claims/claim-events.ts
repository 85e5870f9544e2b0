/** The journal's entries about a claim as events a person can follow. Pure. */
import { canonicalJson } from '#shared/canonical-json.ts';
import type { ClaimEvent, ClaimEventSubject, FieldChange } from '#shared/model/claim-history.ts';
import { claimFields } from '#shared/model/claims.ts';
import type { JournalEntry } from '#shared/model/journal.ts';
import type { Json } from '#shared/model/primitives.ts';
import { claimDefaults } from './claim-rows.ts';
import { directionOf, otherEnd } from './claim-relations.ts';

type Shape = { [key: string]: Json };

/** What the journal's entries name by id alone. */
export type EventNames = {
  passages: ReadonlyMap<string, { quote: string; itemTitle: string }>;
  claims: ReadonlyMap<string, { sentence: string }>;
};

const fieldNames = Object.keys(claimFields.shape);

/** One event an entry; the first one has what the claim began with, links that were made with it come right after. */
export function claimEvents(id: string, entries: readonly JournalEntry[], names: EventNames): ClaimEvent[] {
  const known = new Map<string, ClaimEventSubject>();
  let now: Shape = {};
  let version = 0;
  return entries.flatMap((entry) => {
    const { seq, at, actor, action, subject } = entry;
    const payload = entry.payload as Shape;
    const base = { seq, at, actor, action, why: whyOf(payload), version: null };
    if (subject !== id) {
      const about = made(id, action, payload, names) ?? known.get(subject);
      if (about === undefined) return [];
      known.set(subject, about);
      return [{ ...base, about }];
    }
    const changes = changesOf(action, now, payload);
    now = { ...now, ...Object.fromEntries(changes.map(({ field, after }) => [field, after])) };
    if (changes.length > 0 || action === 'claim.created') version += 1;
    const about: ClaimEventSubject = { kind: 'claim', changes };
    const isVersion = action === 'claim.created' || action === 'claim.updated';
    const event: ClaimEvent = { ...base, version: isVersion ? version : null, about };
    const began = action === 'claim.created' ? ((payload['evidence'] ?? []) as Shape[]) : [];
    const links = began.map((link) => ({ ...base, action: 'evidence.linked', about: evidenceAbout(link, names) }));
    for (const link of links) known.set(link.about.id, link.about);
    return [event, ...links];
  });
}

const whyOf = ({ why, reason, burialId }: Shape): string | null =>
  typeof why === 'string' ? why : typeof reason === 'string' && burialId !== undefined ? reason : null;

function changesOf(action: string, now: Shape, payload: Shape): FieldChange[] {
  if (action !== 'claim.created' && action !== 'claim.updated') return [];
  const said: Shape = action === 'claim.created' ? { ...claimDefaults, ...payload } : payload;
  return fieldNames
    .filter((field) => said[field] !== undefined)
    .map((field) => ({ field, before: now[field] ?? null, after: said[field] ?? null }))
    .filter(({ before, after }) => canonicalJson(before) !== canonicalJson(after));
}

/** What an entry that makes something tells of it. */
function made(id: string, action: string, payload: Shape, names: EventNames): ClaimEventSubject | undefined {
  switch (action) {
    case 'evidence.linked':
      return evidenceAbout(payload, names);
    case 'claimLink.created': {
      const link = payload as { id: string; fromId: string; toId: string; relation: string; note: string };
      const { relation, note } = link;
      return { kind: 'link', id: link.id, relation, direction: directionOf(link, id), other: otherClaim(otherEnd(link, id), names), note };
    }
    case 'grade.created': {
      const grade = payload as { id: string; scale: string; value: string; reason: string; createdBy: string };
      return { kind: 'grade', id: grade.id, scale: grade.scale, value: grade.value, reason: grade.reason, by: grade.createdBy };
    }
    case 'settlement.created': {
      const one = payload as { id: string; rule: string; claimA: string; claimB: string; reason: string };
      const other = otherClaim(one.claimA === id ? one.claimB : one.claimA, names);
      return { kind: 'settlement', id: one.id, rule: one.rule, other, reason: one.reason };
    }
    default:
      return undefined;
  }
}

function evidenceAbout(payload: Shape, names: EventNames) {
  const { id, passageId, stance, note } = payload as { id: string; passageId: string; stance: string; note: string };
  const { quote, itemTitle } = names.passages.get(passageId) ?? { quote: '', itemTitle: '' };
  return { kind: 'evidence' as const, id, passageId, quote, itemTitle, stance, note };
}

const otherClaim = (id: string, names: EventNames) => ({ id, sentence: names.claims.get(id)?.sentence ?? '' });
