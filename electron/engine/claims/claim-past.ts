/** A claim and what hangs on it, rebuilt from entries of the journal alone. Pure: the rows are never looked at. */
import type { ClaimThen } from '#shared/model/claim-history.ts';
import type { Claim, EvidenceLink } from '#shared/model/claims.ts';
import type { Grade } from '#shared/model/grades.ts';
import type { JournalEntry } from '#shared/model/journal.ts';
import type { Json } from '#shared/model/primitives.ts';
import type { RecordLink } from '#shared/model/record-links.ts';
import { withCurrent } from '../grades/grades.ts';
import { claimDefaults } from './claim-rows.ts';

type Shape = { [key: string]: Json };

/** What the entries told so far; things that are removed stay in it, named in `removed`. */
type Past = {
  claim: Omit<Claim, 'evidence'> | null;
  evidence: Map<string, EvidenceLink>;
  links: Map<string, RecordLink>;
  grades: Map<string, Omit<Grade, 'current'>>;
  removed: Set<string>;
  last: JournalEntry | null;
};

/**
 * The claim `id` as `entries` leave it; null when they do not tell of its making. `entries`: all about the claim, its
 * evidence, links and grades, and the removals of claims it is linked to, in their order, up to the moment asked for.
 */
export function claimPast(id: string, entries: readonly JournalEntry[]): ClaimThen | null {
  const past: Past = { claim: null, evidence: new Map(), links: new Map(), grades: new Map(), removed: new Set(), last: null };
  for (const entry of entries) tell(past, id, entry);
  const { claim, last, removed } = past;
  if (claim === null || last === null) return null;
  const standing = <T extends { id: string }>(things: ReadonlyMap<string, T>) => [...things.values()].filter((one) => !removed.has(one.id));
  const links = standing(past.links).filter(({ fromId, toId }) => !removed.has(fromId) && !removed.has(toId));
  return {
    seq: last.seq,
    at: last.at,
    isRemoved: removed.has(id),
    claim: { ...claim, evidence: standing(past.evidence).toSorted(inOrder) },
    links: links.toSorted(inOrder),
    grades: withCurrent(standing(past.grades).toSorted((a, b) => inOrder(b, a))),
  };
}

function tell(past: Past, id: string, entry: JournalEntry): void {
  const { action, subject } = entry;
  const payload = entry.payload as Shape;
  if (action.endsWith('.removed')) past.removed.add(subject);
  else if (action.endsWith('.restored')) past.removed.delete(subject);
  else if (action === 'evidence.linked') past.evidence.set(subject, payload as EvidenceLink);
  else if (action === 'claimLink.created') past.links.set(subject, payload as RecordLink);
  else if (action === 'grade.created') past.grades.set(subject, payload as Omit<Grade, 'current'>);
  else if (subject === id) tellOfClaim(past, action, payload);
  past.last = entry;
}

function tellOfClaim(past: Past, action: string, payload: Shape): void {
  const { evidence = [], changed: _changed, why: _why, ...said } = payload;
  if (action === 'claim.created') {
    past.claim = { ...claimDefaults, ...said } as unknown as Omit<Claim, 'evidence'>;
    for (const link of evidence as unknown as EvidenceLink[]) past.evidence.set(link.id, link);
  } else if (action === 'claim.updated' && past.claim !== null) {
    past.claim = { ...past.claim, ...said };
  }
}

type Made = { createdAt: string; id: string };
const inOrder = (a: Made, b: Made) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
