/** What is to become of each thing the other copy touched since the two parted. Reads both journals, writes nothing. */
import { canonicalJson } from '#shared/canonical-json.ts';
import type { ConflictCause, ThingState } from '#shared/model/merges.ts';
import type { JournalCopy, FullEntry } from './journal-copy.ts';
import { keyOf, thingOf, type Thing } from './thing-of.ts';

export type Decided = {
  thing: Thing;
  /** The other copy's entries that this one has not taken in, oldest first. */
  entries: FullEntry[];
  /** Hashes of the first acts behind these entries. */
  origins: string[];
  base: ThingState | null;
  ours: ThingState | null;
  theirs: ThingState;
} & ({ fate: 'new' | 'alike' | 'changed' } | { fate: 'conflict'; cause: ConflictCause });

/** By thing, in the order the other copy touched them first. `shared`: how many entries the journals have in common. */
export function decideMerge(
  ours: JournalCopy,
  theirs: JournalCopy,
  shared: number,
  isHere: (thing: Thing) => boolean,
): Map<string, Decided> {
  const touched = new Map<string, { thing: Thing; seqs: number[] }>();
  for (const entry of theirs.entries.slice(shared)) {
    const thing = thingOf(entry);
    if (thing === null || ours.knows(theirs.originOf(entry))) continue;
    const key = keyOf(thing);
    const one = touched.get(key) ?? { thing, seqs: [] };
    one.seqs.push(entry.seq);
    touched.set(key, one);
  }
  return new Map([...touched].map(([key, one]) => [key, decide({ ours, theirs, shared, isHere }, one)]));
}

type Copies = { ours: JournalCopy; theirs: JournalCopy; shared: number; isHere: (thing: Thing) => boolean };

function decide({ ours, theirs, shared, isHere }: Copies, { thing, seqs }: { thing: Thing; seqs: number[] }): Decided {
  const entries = seqs.map((seq) => theirs.full(seq));
  const common = (entry: FullEntry) => entry.seq <= shared || theirs.knows(ours.originOf(entry));
  const state = {
    thing,
    entries,
    origins: entries.map((entry) => theirs.originOf(entry)),
    base: ours.stateOf(thing, common),
    ours: ours.stateOf(thing),
    theirs: theirs.stateOf(thing) ?? { removed: false, fields: {} },
  };
  if (state.ours === null && !isHere(thing)) return { ...state, fate: 'new' };
  const mine = state.ours ?? { removed: false, fields: state.theirs.fields };
  if (mine.removed === state.theirs.removed && (mine.removed || sameFields(mine, state.theirs)))
    return { ...state, ours: mine, fate: 'alike' };
  if (ours.about(thing).every(common)) return { ...state, ours: mine, fate: 'changed' };
  const cause = mine.removed === state.theirs.removed ? 'changed' : mine.removed ? 'removed-here' : 'removed-there';
  return { ...state, ours: mine, fate: 'conflict', cause };
}

export function sameFields(one: ThingState, other: ThingState): boolean {
  return canonicalJson(one.fields) === canonicalJson(other.fields);
}
