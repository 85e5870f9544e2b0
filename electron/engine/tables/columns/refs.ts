/** How a party stands in a cell: `Name [id]`. Either is enough when it is read. */
import type { PartyRef } from '#shared/model/tables.ts';

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';
const withId = new RegExp(`^(.*?)\\s*\\[(${uuid})\\]$`, 'is');
const bareId = new RegExp(`^${uuid}$`, 'i');

export const refText = (ref: PartyRef | null): string =>
  ref === null ? '' : ref.id === null ? ref.name : `${ref.name} [${ref.id}]`.trim();

export function toRef(text: string): PartyRef | null {
  const clean = text.trim();
  if (clean === '') return null;
  const found = withId.exec(clean);
  if (found !== null) return { name: found[1] ?? '', id: (found[2] ?? '').toLowerCase() };
  return bareId.test(clean) ? { name: '', id: clean.toLowerCase() } : { name: clean, id: null };
}
