/** What a person calls a thing, and the names of what its fields name by id. */
import { claimSentence } from '#shared/claims/claim-sentence.ts';
import { claimFields } from '#shared/model/claims.ts';
import type { ThingState } from '#shared/model/merges.ts';
import type { Json } from '#shared/model/primitives.ts';
import type { Raw } from '../rebuild/raw-rows.ts';
import type { Thing } from './thing-of.ts';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const LONGEST = 160;

const NAMES = `SELECT id, name FROM party WHERE id IN (SELECT value FROM json_each(@ids))
  UNION ALL SELECT id, code || ' · ' || title FROM incident WHERE id IN (SELECT value FROM json_each(@ids))
  UNION ALL SELECT id, coalesce((SELECT title FROM itemNote n WHERE n.itemId = item.id), title) FROM item WHERE id IN (SELECT value FROM json_each(@ids))
  UNION ALL SELECT id, quote FROM passage WHERE id IN (SELECT value FROM json_each(@ids))`;

export function nameThing(raw: Raw, { kind, id }: Thing, state: ThingState | null): string {
  const fields = state?.fields ?? {};
  const own = () => {
    switch (kind) {
      case 'claim': {
        const claim = claimFields.safeParse(fields);
        return claim.success ? claimSentence(claim.data, namesIn(raw, [state])) : '';
      }
      case 'itemNote':
      case 'itemCustody':
        return namesOf(raw, [id]).get(id) ?? '';
      case 'partyMerge':
        return pair(raw, fields['mergedId'], fields['intoId']);
      case 'itemVersion':
        return pair(raw, fields['itemId'], fields['earlierId']);
      case 'evidence':
        return namesOf(raw, [String(fields['passageId'])]).get(String(fields['passageId'])) ?? '';
      case 'incident':
        return [fields['code'], fields['title']].filter(Boolean).join(' · ');
      default:
        return String(fields['name'] ?? fields['term'] ?? fields['label'] ?? fields['quote'] ?? fields['tag'] ?? fields['title'] ?? '');
    }
  };
  return (own() || namesOf(raw, [id]).get(id) || id).slice(0, LONGEST);
}

function pair(raw: Raw, one: Json | undefined, other: Json | undefined): string {
  const names = namesOf(raw, [String(one), String(other)]);
  return `${names.get(String(one)) ?? ''} → ${names.get(String(other)) ?? ''}`;
}

/** Names of everything that the states name by id. */
export function namesIn(raw: Raw, states: readonly (ThingState | null)[]): Map<string, string> {
  const ids = new Set<string>();
  const look = (value: Json): void => {
    if (typeof value === 'string' && ID.test(value)) ids.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach((inner) => look(inner));
  };
  for (const state of states) if (state !== null) look(state.fields);
  return namesOf(raw, [...ids]);
}

function namesOf(raw: Raw, ids: readonly string[]): Map<string, string> {
  const rows = raw.prepare(NAMES).all({ ids: JSON.stringify(ids) }) as { id: string; name: string }[];
  return new Map(rows.map(({ id, name }) => [id, name]));
}
