/** Rows of the claim form, and empty ones. Pure. */
import { ageWords } from '#shared/claims/read-age.ts';
import type { ClaimFields, Quantity, Victim } from '#shared/model/claims.ts';

/** Something chosen by id, or `words` that are typed but not yet anything of the case. Beside an id they are its name. */
export type Choice = { id: string | null; words: string };
export type BreakdownForm = Omit<Quantity['breakdown'][number], never> & { key: number };
export type QuantityForm = Omit<Quantity, 'breakdown'> & { key: number; breakdown: BreakdownForm[] };
export type HopForm = { key: number; party: Choice; medium: string; item: Choice; date: string };
export type PartyForm = { key: number; party: Choice; role: string };
/** `age` as typed: "34", "30-40", "under 18". */
export type VictimForm = Omit<Victim, 'ageMin' | 'ageMax'> & { key: number; age: string };

export const chosen = (id: string | null): Choice => ({ id, words: '' });
let keys = 0;
/** Rows keep their key while they are moved and removed. Rows of a draft have keys below zero, the same whenever it is read. */
export const newKey = (): number => ++keys;

export const newQuantity = (): QuantityForm => ({
  key: newKey(),
  qualifier: 'exactly',
  value: null,
  min: null,
  max: null,
  unit: '',
  role: 'count',
  breakdown: [],
});
export const newBreakdown = (): BreakdownForm => ({ key: newKey(), groups: [], qualifier: 'most', value: null, min: null, max: null });
/** A new hop is drafted in the item that is being read. */
export const newHop = (itemId: string | null): HopForm => ({
  key: newKey(),
  party: chosen(null),
  medium: '',
  item: chosen(itemId),
  date: '',
});
export const newPartyRow = (): PartyForm => ({ key: newKey(), party: chosen(null), role: 'alleged responsible' });
export const newVictim = (): VictimForm => ({ key: newKey(), name: '', names: {}, gender: 'unknown', age: '', note: '' });

export function toQuantityForm(quantity: Quantity, key = newKey()): QuantityForm {
  return { ...quantity, key, breakdown: quantity.breakdown.map((part) => ({ ...part, key: newKey() })) };
}

export function toHopForm({ partyId, medium, itemId, date }: ClaimFields['via'][number]): HopForm {
  return { key: newKey(), party: chosen(partyId), medium, item: chosen(itemId), date: date ?? '' };
}

export function toVictimForm({ ageMin, ageMax, ...victim }: Victim): VictimForm {
  return { ...victim, key: newKey(), age: ageWords({ ageMin, ageMax }) };
}

/** The row at `at` put in the place `by` further; unchanged when there is no such place. */
export function moved<Row>(rows: readonly Row[], at: number, by: -1 | 1): Row[] {
  const to = at + by;
  const [row, other] = [rows[at], rows[to]];
  if (row === undefined || other === undefined) return [...rows];
  return rows.map((one, index) => (index === at ? other : index === to ? row : one));
}
