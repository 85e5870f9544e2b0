/** What this window shows right now: not the case's data, which lives in the query cache. */
import { create } from 'zustand';
import type { ItemType } from '#shared/model/items.ts';
import type { PassageTarget } from '#shared/model/passages.ts';

export type Place =
  | { name: 'library'; types: readonly ItemType[] | null }
  | { name: 'reader'; itemId: string }
  | { name: 'search'; words: string }
  | { name: 'custody'; itemId?: string }
  | { name: 'passages' | 'claims' | 'incidents' | 'parties' | 'settings' | 'queue' | 'vocabulary' }
  /** Views of the whole case. */
  | { name: 'timeline' | 'network' | 'gaps' }
  | { name: 'claim' | 'incident' | 'party'; id: string }
  | { name: 'versions'; fromId: string; toId: string };

/** Where to look in an item. `nonce` makes asking twice for the same passage two askings. */
export type Focus = { passageId: string; nonce: number };
export type ReaderTab = { itemId: string; focus: Focus | null };

/** The reader's sides: one always, a second when two items are read together. */
export type Side = 'first' | 'second';

export type Inspector =
  | { kind: 'closed' }
  | { kind: 'item'; itemId: string }
  | { kind: 'passage'; passageId: string }
  /** The passages of the source being read; `passageId`: the one shown in the reader. */
  | { kind: 'passages'; itemId: string; passageId: string | null }
  /** A passage not kept yet: what is marked, and its words. */
  | { kind: 'passage-form'; itemId: string; target: PassageTarget; quote: string }
  /** The claim form: a new claim from a passage, or a claim being corrected. */
  | { kind: 'claim-form'; passageId: string | null; claimId: string | null };

export type OpenDialog =
  | 'tags'
  | 'palette'
  | 'cheat-sheet'
  | 'capture'
  | 'browsing-session'
  | 'queue-add'
  | 'beside'
  | 'annotations'
  | 'table-import'
  | 'table-export'
  | 'export'
  | 'verify-file'
  | 'custody-sheet'
  | 'merge'
  | 'backup'
  | 'restore'
  | 'repair'
  | 'authorities'
  | 'new-case'
  | null;

export type Session = {
  place: Place;
  back: readonly Place[];
  forward: readonly Place[];
  tabs: readonly ReaderTab[];
  /** The item open at the second side of the reader, beside that of the place. */
  beside: ReaderTab | null;
  /** The side that keys and openings go to. */
  side: Side;
  inspector: Inspector;
  dialog: OpenDialog;
};

const start: Session = {
  place: { name: 'library', types: null },
  back: [],
  forward: [],
  tabs: [],
  beside: null,
  side: 'first',
  inspector: { kind: 'closed' },
  dialog: null,
};

export const useSession = create<Session>(() => start);
const { setState: set, getState: get } = useSession;
let asked = 0;

/** Forgets everything of the case that was open. */
export function resetSession(): void {
  set(start);
}

/** Shows a place and remembers the one before, for Alt+Left. */
export function goTo(place: Place): void {
  const before = get().place;
  if (samePlace(before, place)) return set({ place });
  set({ place, back: [...get().back.slice(-49), before], forward: [], inspector: keptInspector(place) });
}

export function goBack(): void {
  const place = get().back.at(-1);
  if (place === undefined) return;
  set({ place, back: get().back.slice(0, -1), forward: [get().place, ...get().forward] });
  reopenTab(place);
}

export function goForward(): void {
  const [place, ...forward] = get().forward;
  if (place === undefined) return;
  set({ place, back: [...get().back, get().place], forward });
  reopenTab(place);
}

/**
 * Opens an item in the reader, at a passage when one is given. Of two sides it is the one that shows the item already,
 * else the one in use.
 */
export function openItem(itemId: string, { passageId }: { passageId?: string | null | undefined } = {}): void {
  if (sideFor(itemId) === 'second') return openBeside(itemId, { passageId });
  const focus = focusOn(passageId);
  set({ tabs: withTab(itemId, focus), side: 'first' });
  goTo({ name: 'reader', itemId });
}

/** Opens an item at the second side of the reader; by itself when nothing is being read. */
export function openBeside(itemId: string, { passageId }: { passageId?: string | null | undefined } = {}): void {
  const { place, beside } = get();
  if (place.name !== 'reader') return openItem(itemId, { passageId });
  const focus = focusOn(passageId) ?? (beside?.itemId === itemId ? beside.focus : null);
  const { tabs } = get();
  const isOpen = tabs.some((tab) => tab.itemId === itemId);
  set({ tabs: isOpen ? tabs : [...tabs, { itemId, focus: null }], beside: { itemId, focus } });
  takeSide('second');
}

/** Shows one item again: the one at the first side. */
export function closeBeside(): void {
  set({ beside: null });
  takeSide('first');
}

export function swapSides(): void {
  const { place, beside, tabs } = get();
  if (place.name !== 'reader' || beside === null) return;
  const focus = tabs.find((tab) => tab.itemId === place.itemId)?.focus ?? null;
  set({ place: { name: 'reader', itemId: beside.itemId }, beside: { itemId: place.itemId, focus } });
}

/** Makes a side the one in use; facts of the other side's item make way for its own. */
export function takeSide(side: Side): void {
  const { inspector, beside, place } = get();
  const itemId = side === 'second' ? beside?.itemId : place.name === 'reader' ? place.itemId : undefined;
  set({ side, inspector: itemId === undefined ? inspector : inspectorOf(inspector, itemId) });
}

function inspectorOf(inspector: Inspector, itemId: string): Inspector {
  if (inspector.kind === 'item') return { kind: 'item', itemId };
  return inspector.kind === 'passages' && inspector.itemId !== itemId ? { kind: 'passages', itemId, passageId: null } : inspector;
}

/** The item that keys and openings are about, while something is read. */
export function itemInUse({ place, beside, side }: Session): string | null {
  if (place.name !== 'reader') return null;
  return side === 'second' && beside !== null ? beside.itemId : place.itemId;
}

function sideFor(itemId: string): Side {
  const { place, beside, side } = get();
  if (place.name !== 'reader' || beside === null) return 'first';
  if (itemInUse(get()) === itemId) return side;
  if (beside.itemId === itemId) return 'second';
  return place.itemId === itemId ? 'first' : side;
}

function focusOn(passageId: string | null | undefined): Focus | null {
  return passageId == null ? null : { passageId, nonce: ++asked };
}

function withTab(itemId: string, focus: Focus | null): readonly ReaderTab[] {
  const { tabs } = get();
  if (!tabs.some((tab) => tab.itemId === itemId)) return [...tabs, { itemId, focus }];
  return tabs.map((tab) => (tab.itemId === itemId ? { itemId, focus: focus ?? tab.focus } : tab));
}

/** Closes a reader tab and shows its neighbour, or the library after the last one. */
export function closeTab(itemId: string): void {
  const { tabs, place, beside } = get();
  const index = tabs.findIndex((tab) => tab.itemId === itemId);
  const left = tabs.filter((tab) => tab.itemId !== itemId);
  set({ tabs: left });
  if (beside !== null && place.name === 'reader' && place.itemId === itemId && beside.itemId !== itemId) {
    set({ place: { name: 'reader', itemId: beside.itemId } });
    return closeBeside();
  }
  if (beside?.itemId === itemId) closeBeside();
  if (place.name !== 'reader' || place.itemId !== itemId) return;
  const next = left[Math.min(index, left.length - 1)];
  goTo(next === undefined ? { name: 'library', types: null } : { name: 'reader', itemId: next.itemId });
}

export const openClaim = (id: string): void => goTo({ name: 'claim', id });
export const openIncident = (id: string): void => goTo({ name: 'incident', id });
/** Shows what differs between two versions of a page. */
export const openComparison = (fromId: string, toId: string): void => goTo({ name: 'versions', fromId, toId });
export const openParty = (id: string): void => goTo({ name: 'party', id });

/** Opens the claim form beside what is shown: from a passage, or empty. */
export function draftClaim({ passageId = null }: { passageId?: string | null } = {}): void {
  inspect({ kind: 'claim-form', passageId, claimId: null });
}

/** Opens the claim form on a claim that exists. */
export function editClaim(claimId: string): void {
  inspect({ kind: 'claim-form', passageId: null, claimId });
}

export function inspect(inspector: Inspector): void {
  set({ inspector });
}

export function closeInspector(): void {
  set({ inspector: { kind: 'closed' } });
}

export function showDialog(dialog: OpenDialog): void {
  set({ dialog });
}

/** A claim being written stays open while the person looks things up elsewhere; facts of a thing left behind do not. */
function keptInspector(place: Place): Inspector {
  const { inspector } = get();
  if (inspector.kind === 'claim-form') return inspector;
  // Who reads with the list beside goes on so in the next source, and comes back to the same place in this one.
  if (inspector.kind === 'passages' && place.name === 'reader')
    return inspector.itemId === place.itemId ? inspector : { kind: 'passages', itemId: place.itemId, passageId: null };
  return place.name === 'reader' ? { kind: 'item', itemId: place.itemId } : { kind: 'closed' };
}

function reopenTab(place: Place): void {
  const { tabs } = get();
  if (place.name !== 'reader' || tabs.some((tab) => tab.itemId === place.itemId)) return;
  set({ tabs: [...tabs, { itemId: place.itemId, focus: null }] });
}

function samePlace(one: Place, other: Place): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
