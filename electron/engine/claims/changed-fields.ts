import { canonicalJson } from '#shared/canonical-json.ts';
import type { Json } from '#shared/model/primitives.ts';

/** The fields whose value differs, each with what it was and what it is; pure. */
export function changedFields<Fields extends object>(before: Fields, after: Fields): Record<string, { before: Json; after: Json }> {
  const changed: Record<string, { before: Json; after: Json }> = {};
  for (const key of Object.keys(after) as (keyof Fields & string)[]) {
    const [was, is] = [before[key] as Json, after[key] as Json];
    if (canonicalJson(was) !== canonicalJson(is)) changed[key] = { before: was, after: is };
  }
  return changed;
}
