/** The journal of one copy of a case, as a merge reads it: what it did, what of it came from other copies, what it knows. */
import type { ThingState } from '#shared/model/merges.ts';
import type { Raw, Shape } from '../rebuild/raw-rows.ts';
import { isRemoval, isReturn, keyOf, thingOf, type Thing } from './thing-of.ts';

export type CopyEntry = { seq: number; action: string; subject: string; hash: string };
export type FullEntry = CopyEntry & { at: string; actor: string; payload: Shape };

/** Fields that follow from the act and not from what was meant. */
const untold = new Set(['updatedAt', 'changed', 'why', 'evidence']);
const defaults: Partial<Record<Thing['kind'], Shape>> = {
  claim: { victims: [], extra: {} },
  incident: { secondaryPlaces: [], parties: [], extra: {} },
  party: { extra: {} },
  passage: { textFileId: null, fileId: null, language: null, translation: null, translator: null, origin: null },
};

export class JournalCopy {
  readonly entries: CopyEntry[];
  readonly #raw: Raw;
  /** By number: the hash of the entry of another copy that this one repeats. */
  readonly #origins = new Map<number, string>();
  readonly #known = new Set<string>();
  readonly #full;
  readonly #about;

  constructor(raw: Raw) {
    this.#raw = raw;
    this.entries = raw.prepare('SELECT seq, action, subject, hash FROM journal ORDER BY seq').all() as CopyEntry[];
    this.#full = raw.prepare('SELECT seq, at, actor, action, subject, hash, payload FROM journal WHERE seq = ?');
    this.#about = raw.prepare('SELECT seq, at, actor, action, subject, hash, payload FROM journal WHERE subject = ? ORDER BY seq');
    readOrigins(raw.prepare(`SELECT seq, payload FROM journal WHERE action = 'merge.done'`).all() as Done[], this.#origins);
    for (const { seq, hash } of this.entries) this.#known.add(hash).add(this.originOf({ seq, hash }));
    this.#learnBranches();
  }

  /** The entry that was first signed for this act: of another copy where it came by a merge. */
  originOf({ seq, hash }: Pick<CopyEntry, 'seq' | 'hash'>): string {
    return this.#origins.get(seq) ?? hash;
  }

  /** Whether this copy has taken an act in: did it, or merged it without a conflict that is open. */
  knows(hash: string): boolean {
    return this.#known.has(hash);
  }

  get head(): CopyEntry {
    const last = this.entries.at(-1);
    if (last === undefined) throw new RangeError('a journal without entries');
    return last;
  }

  full(seq: number): FullEntry {
    return parsed(this.#full.get(seq) as Stored);
  }

  about({ kind, id }: Thing): FullEntry[] {
    const key = keyOf({ kind, id });
    const rows = this.#about.all(id) as Stored[];
    return rows.filter((row) => thingOf(row)?.kind === kind && keyOf({ kind, id }) === key).map(parsed);
  }

  /** A thing after those of its entries that `counts`; null when none made it. */
  stateOf(thing: Thing, counts: (entry: FullEntry) => boolean = () => true): ThingState | null {
    const entries = this.about(thing).filter(counts);
    return entries.length === 0 ? null : foldStates(thing, entries);
  }

  #learnBranches(): void {
    if (this.#raw.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'branchEntry'`).get() === undefined) return;
    const rows = this.#raw.prepare('SELECT branchId, seq, hash FROM branchEntry').all() as {
      branchId: string;
      seq: number;
      hash: string;
    }[];
    const done = this.#raw.prepare(`SELECT seq, payload FROM branchEntry WHERE branchId = ? AND action = 'merge.done'`);
    for (const [branchId, entries] of Map.groupBy(rows, (row) => row.branchId)) {
      const origins = readOrigins(done.all(branchId) as Done[], new Map<number, string>());
      for (const { seq, hash } of entries) this.#known.add(hash).add(origins.get(seq) ?? hash);
    }
    const open = this.#raw.prepare('SELECT entries FROM mergeConflict WHERE settledAt IS NULL').pluck().all() as string[];
    for (const hash of open.flatMap((text) => JSON.parse(text) as string[])) this.#known.delete(hash);
  }
}

type Stored = CopyEntry & { at: string; actor: string; payload: string };
type Done = { seq: number; payload: string };

const parsed = (row: Stored): FullEntry => ({ ...row, payload: JSON.parse(row.payload) as Shape });

/** The acts that a merge repeated stand right after its own entry, in the order it names them. */
function readOrigins(done: readonly Done[], origins: Map<number, string>): Map<number, string> {
  for (const { seq, payload } of done) {
    const { acts } = JSON.parse(payload) as { acts: string[] };
    for (const [index, hash] of acts.entries()) origins.set(seq + 1 + index, hash);
  }
  return origins;
}

export function foldStates({ kind }: Thing, entries: readonly FullEntry[]): ThingState {
  const state: ThingState = { removed: false, fields: { ...defaults[kind] } };
  for (const { action, payload } of entries) {
    if (isRemoval(action)) state.removed = true;
    else if (isReturn(action)) state.removed = false;
    else for (const [field, value] of Object.entries(payload)) if (!untold.has(field)) state.fields[field] = value;
  }
  return state;
}
