/** Writes what a merge decided, and gathers the acts that tell of it. Everything happens in one transaction of its caller. */
import { canonicalJson } from '#shared/canonical-json.ts';
import type { ConflictCause, MergedKind, MergeReport, ThingState } from '#shared/model/merges.ts';
import type { Json } from '#shared/model/primitives.ts';
import { changedFields } from '../claims/changed-fields.ts';
import type { Act } from '../journal/mutate.ts';
import { applyEntry, type Sources } from '../rebuild/apply-entry.ts';
import type { RawRows, Shape } from '../rebuild/raw-rows.ts';
import type { Decided } from './decide.ts';
import type { FullEntry } from './journal-copy.ts';
import { isLeanedOn, leanedKinds, leanedOnInVain, removalRank } from './leaning.ts';
import { nameThing } from './name-things.ts';
import { freeCode, placeTaken } from './places-taken.ts';
import { isRemoval, isReturn, keyOf, type Thing } from './thing-of.ts';

export type Writing = {
  rows: RawRows;
  sources: Sources;
  branchId: string;
  actor: string;
  at: string;
  newId(): string;
  /** Why a thing that was removed here is there again. */
  broughtBack: string;
  /** A thing as this case's own journal tells it. */
  stateOf(thing: Thing): ThingState | null;
};

type Count = MergeReport['kinds'][number];

/** How a change of the fields is told, and which of them may change. */
const updates: Partial<Record<MergedKind, { action: string; only?: readonly string[] }>> = {
  claim: { action: 'claim.updated' },
  party: { action: 'party.updated' },
  incident: { action: 'incident.updated' },
  passage: { action: 'passage.updated', only: ['comment', 'tags', 'language', 'translation', 'translator'] },
  vocabularyTerm: { action: 'vocabularyTerm.updated', only: ['words', 'note'] },
  fieldDefinition: { action: 'fieldDefinition.updated', only: ['label', 'options', 'note'] },
  itemNote: { action: 'item.described' },
  itemCustody: { action: 'item.custody' },
  tagColour: { action: 'tag.coloured' },
  caseSetting: { action: 'case.configured' },
};
const fixed = new Set(['id', 'createdAt', 'createdBy']);

export class MergeWriter {
  /** What repeats acts of the other copy, each with the hash of the first of them. */
  readonly repeated: { act: Act; origin: string }[] = [];
  readonly others: Act[] = [];
  readonly conflicts: MergeReport['conflicts'] = [];
  /** Things whose words are to be found anew. */
  readonly touched = new Map<string, Thing>();
  alike = 0;
  readonly #w: Writing;
  readonly #counts = new Map<MergedKind, Count>();
  readonly #left = new Set<string>();
  readonly #disputed = new Set<string>();

  constructor(writing: Writing) {
    this.#w = writing;
  }

  get kinds(): Count[] {
    return [...this.#counts.values()];
  }

  /** In the order of the other copy's journal; removals last, once everything that may lean on a thing is there. */
  write(decided: ReadonlyMap<string, Decided>): void {
    const all = [...decided.values()];
    const steps = all.flatMap((one) => one.entries.map((entry) => ({ one, entry }))).sort((a, b) => a.entry.seq - b.entry.seq);
    for (const { one, entry } of steps) {
      if (isRemoval(entry.action) || isReturn(entry.action)) continue;
      if (one.fate === 'new') this.#repeat(one, entry);
      else if (one.fate === 'changed' && entry === lastSaying(one)) this.#change(one);
    }
    for (const one of all.toSorted((a, b) => removalRank(a.thing.kind) - removalRank(b.thing.kind)))
      if (one.fate === 'new' || one.fate === 'changed') this.#presence(one);
    for (const one of all) {
      if (one.fate === 'conflict') this.#conflict(one, one.cause, one.origins);
      else if (!this.#disputed.has(keyOf(one.thing))) this.#settleOpen(one.thing, 'elsewhere', one.theirs);
      if (one.fate === 'alike') this.alike += 1;
    }
    this.#bringBack();
  }

  #repeat(one: Decided, entry: FullEntry): void {
    const key = keyOf(one.thing);
    if (this.#left.has(key)) return;
    // A thing that was left out at an earlier merge, or stands in a claim's own entry, is not changed before it is here.
    if (entry.action.endsWith('.updated') && !this.#w.rows.has(one.thing.kind, { id: one.thing.id })) return;
    const creates = entry === one.entries[0];
    const taken = creates ? placeTaken(this.#w.rows.raw, entry.action, entry.payload) : null;
    if (taken !== null) {
      this.#left.add(key);
      if (taken.alike) this.alike += 1;
      else this.#conflict({ ...one, ours: this.#rowState(one.thing.kind, taken.by) }, 'taken', one.origins);
      return;
    }
    if (creates) this.#count(one.thing.kind, 'added');
    this.#tell(one.thing, { action: entry.action, subject: entry.subject, payload: this.#withFreeCode(one, entry.payload) }, one, entry);
  }

  /** The whole of what the thing says there, as one change. */
  #change(one: Decided): void {
    const how = updates[one.thing.kind];
    if (how === undefined || one.ours === null || canonicalJson(one.ours.fields) === canonicalJson(one.theirs.fields)) return;
    const said = Object.entries(one.theirs.fields).filter(([field]) =>
      how.only === undefined ? !fixed.has(field) : how.only.includes(field),
    );
    const fields: Shape = Object.fromEntries<Json>(said);
    const dated = how.action.endsWith('.updated') ? { updatedAt: this.#w.at, changed: changedFields(one.ours.fields, fields) } : {};
    const noted = one.thing.kind === 'passage' ? { updatedAt: this.#w.at } : dated;
    const payload = this.#withFreeCode(one, { ...fields, ...noted });
    this.#count(one.thing.kind, 'changed');
    this.#tell(one.thing, { action: how.action, subject: one.thing.id, payload }, one, one.entries.at(-1));
  }

  /** Removed or there, as in the other copy; but nothing is taken from under what leans on it here. */
  #presence(one: Decided): void {
    const { thing, theirs } = one;
    const { rows } = this.#w;
    const burial = rows.raw.prepare('SELECT burialId FROM tombstone WHERE subject = ?').pluck();
    const standing = burial.get(thing.id) as string | undefined;
    const last = one.entries.findLast(({ action }) => isRemoval(action) || isReturn(action));
    if (last === undefined || this.#left.has(keyOf(thing))) return;
    if (last.action === 'version.unlinked') return this.#tell(thing, last, one, last);
    if (theirs.removed === (standing !== undefined) || !rows.has(thing.kind, { id: thing.id })) return;
    if (theirs.removed && isLeanedOn(rows.raw, thing)) return this.#conflict(one, 'needed-here', one.origins);
    const reason = String(last.payload['reason'] ?? '');
    const given = String(last.payload['burialId'] ?? '');
    const free = given !== '' && !rows.has('burial', { id: given });
    const burialId = theirs.removed ? (free ? given : this.#w.newId()) : (standing ?? '');
    this.#count(thing.kind, theirs.removed ? 'removed' : 'restored');
    this.#tell(thing, { action: last.action, subject: thing.id, payload: { kind: thing.kind, reason, burialId } }, one, last);
  }

  /** Removed here, and leaned on by what came in: it is there again until a person decides. */
  #bringBack(): void {
    const { rows, broughtBack: reason } = this.#w;
    for (let again = true; again;) {
      again = false;
      for (const kind of leanedKinds)
        for (const { id, burialId } of leanedOnInVain(rows.raw, kind)) {
          again = true;
          const there = this.#rowState(kind, id);
          const [ours, theirs] = [
            { ...there, removed: true },
            { ...there, removed: false },
          ];
          this.#do({ action: `${kind}.restored`, subject: id, payload: { kind, reason, burialId } }, { kind, id });
          this.#conflict({ thing: { kind, id }, base: theirs, ours, theirs }, 'needed-there', []);
        }
    }
  }

  #withFreeCode(one: Decided, payload: Shape): Shape {
    const { code } = payload;
    if (one.thing.kind !== 'incident' || typeof code !== 'string') return payload;
    const free = freeCode(this.#w.rows.raw, code, one.thing.id);
    if (free === code) return payload;
    this.#conflict({ ...one, ours: { removed: false, fields: { ...one.theirs.fields, code: free } } }, 'taken', []);
    return { ...payload, code: free };
  }

  #tell(
    thing: Thing,
    { action, subject, payload }: Pick<FullEntry, 'action' | 'subject' | 'payload'>,
    one: Decided,
    entry: FullEntry | undefined,
  ): void {
    const origin = one.origins[one.entries.indexOf(entry as FullEntry)] ?? one.origins.at(-1) ?? '';
    const act = { action, subject, payload };
    this.#apply(act, thing);
    this.repeated.push({ act, origin });
  }

  #do(act: Act, thing?: Thing): void {
    this.#apply(act, thing);
    this.others.push(act);
  }

  #apply(act: Act, thing?: Thing): void {
    const { rows, sources, actor, at } = this.#w;
    applyEntry(rows, { ...act, actor, at }, sources);
    if (thing !== undefined) this.touched.set(keyOf(thing), thing);
  }

  #conflict(
    { thing, base, ours, theirs }: Pick<Decided, 'thing' | 'base' | 'ours' | 'theirs'>,
    cause: ConflictCause,
    entries: string[],
  ): void {
    const { rows, newId, branchId, at } = this.#w;
    const { kind, id: subject } = thing;
    this.#disputed.add(keyOf(thing));
    if (!this.#settleOpen(thing, 'overtaken', theirs)) return;
    const row: Shape = { id: newId(), branchId, kind, subject, cause, base, ours, theirs: theirs, entries, foundAt: at };
    this.#do({ action: 'mergeConflict.found', subject: String(row['id']), payload: row });
    this.conflicts.push({ kind, cause, title: nameThing(rows.raw, thing, ours ?? theirs) });
  }

  /** False when the same conflict is open already. */
  #settleOpen({ kind, id }: Thing, choice: 'elsewhere' | 'overtaken', theirs: ThingState): boolean {
    const { rows, actor, at } = this.#w;
    const open = rows.raw
      .prepare('SELECT id, theirs, cause FROM mergeConflict WHERE kind = ? AND subject = ? AND settledAt IS NULL')
      .all(kind, id) as {
      id: string;
      theirs: string;
    }[];
    if (choice === 'overtaken' && open.some((one) => canonicalJson(JSON.parse(one.theirs) as Json) === canonicalJson(theirs))) return false;
    for (const one of open)
      this.#do({ action: 'mergeConflict.settled', subject: one.id, payload: { settledAt: at, settledBy: actor, choice, reason: choice } });
    return true;
  }

  #rowState(kind: MergedKind, id: string): ThingState {
    const told = this.#w.stateOf({ kind, id });
    if (told !== null) return told;
    const row = this.#w.rows.raw.prepare(`SELECT * FROM "${kind}" WHERE id = ?`).get(id) as Shape | undefined;
    return { removed: false, fields: row ?? {} };
  }

  #count(kind: MergedKind, what: 'added' | 'changed' | 'removed' | 'restored'): void {
    const counts = this.#counts.get(kind) ?? { kind, added: 0, changed: 0, removed: 0, restored: 0 };
    counts[what] += 1;
    this.#counts.set(kind, counts);
  }
}

function lastSaying(one: Decided): FullEntry | undefined {
  return one.entries.findLast(({ action }) => !isRemoval(action) && !isReturn(action));
}
