/** Places that hold one thing only: whether what the other copy put there finds its place taken here. */
import type { Raw, Shape } from '../rebuild/raw-rows.ts';

/** Null when the place is free. `alike`: what is there says the same, so nothing is lost by leaving the other out. */
export type Taken = { by: string; alike: boolean } | null;

const stands = (id: string) => `NOT EXISTS (SELECT 1 FROM tombstone s WHERE s.subject = ${id})`;

export function placeTaken(raw: Raw, action: string, said: Shape): Taken {
  return checks[action]?.(raw, said) ?? null;
}

type Check = (raw: Raw, said: Shape) => Taken;

const first = (raw: Raw, sql: string, said: Shape): Shape | undefined => raw.prepare(sql).get(bound(said)) as Shape | undefined;
/** Values a statement can take by name. */
const bound = (said: Shape) => Object.fromEntries(Object.entries(said).filter(([, value]) => value === null || typeof value !== 'object'));

const linkCheck =
  (table: string): Check =>
  (raw, said) => {
    const same = first(
      raw,
      `SELECT id FROM ${table} WHERE fromId = @fromId AND toId = @toId AND relation = @relation AND id <> @id AND ${stands(`${table}.id`)}`,
      said,
    );
    if (same !== undefined) return { by: String(same['id']), alike: true };
    if (table === 'passageLink') return null;
    const back = first(
      raw,
      `WITH RECURSIVE reach(id, by) AS (SELECT @toId, '' UNION
         SELECT l.toId, l.id FROM ${table} l JOIN reach r ON l.fromId = r.id WHERE l.relation = @relation AND ${stands('l.id')})
       SELECT by FROM reach WHERE id = @fromId AND by <> ''`,
      said,
    );
    const mutual = said['relation'] === 'contradicts' || said['relation'] === 'same as';
    return back === undefined ? null : { by: String(back['by']), alike: mutual };
  };

const checks: Record<string, Check> = {
  'evidence.linked': (raw, said) => {
    const sql = `SELECT id, note FROM evidence WHERE claimId = @claimId AND passageId = @passageId AND stance = @stance AND id <> @id AND ${stands('evidence.id')}`;
    const there = first(raw, sql, said);
    return there !== undefined && there['note'] === said['note'] ? { by: String(there['id']), alike: true } : null;
  },
  'passageLink.created': linkCheck('passageLink'),
  'claimLink.created': linkCheck('claimLink'),
  'incidentLink.created': linkCheck('incidentLink'),
  'partyLink.created': linkCheck('partyLink'),
  'partyMerge.created': (raw, said) => {
    const sql = `SELECT id, mergedId, intoId FROM partyMerge WHERE ${stands('partyMerge.id')} AND id <> @id
      AND (mergedId IN (@mergedId, @intoId) OR intoId = @mergedId)`;
    const there = first(raw, sql, said);
    if (there === undefined) return null;
    return { by: String(there['id']), alike: there['mergedId'] === said['mergedId'] && there['intoId'] === said['intoId'] };
  },
  'settlement.created': (raw, said) => {
    const sql = `SELECT id, reason FROM settlement WHERE rule = @rule AND claimA = @claimA AND claimB = @claimB AND id <> @id AND ${stands('settlement.id')}`;
    const there = first(raw, sql, said);
    return there === undefined ? null : { by: String(there['id']), alike: there['reason'] === said['reason'] };
  },
  'vocabularyTerm.created': (raw, said) => {
    const sql = `SELECT id, words, note FROM vocabularyTerm WHERE vocabulary = @vocabulary AND term = @term AND id <> @id AND ${stands('vocabularyTerm.id')}`;
    const there = first(raw, sql, said);
    if (there === undefined) return null;
    return { by: String(there['id']), alike: there['note'] === said['note'] && there['words'] === JSON.stringify(said['words']) };
  },
  'fieldDefinition.created': (raw, said) => {
    const sql = `SELECT id, label, type, options, note FROM fieldDefinition WHERE subject = @subject AND name = @name AND id <> @id AND ${stands('fieldDefinition.id')}`;
    const there = first(raw, sql, said);
    if (there === undefined) return null;
    const same = (['label', 'type', 'note'] as const).every((field) => there[field] === said[field]);
    return { by: String(there['id']), alike: same && there['options'] === JSON.stringify(said['options']) };
  },
  'version.linked': (raw, said) => {
    const sql = `SELECT id, earlierId FROM itemVersion v WHERE itemId = @itemId AND id <> @id AND NOT EXISTS (SELECT 1 FROM itemVersionEnd e WHERE e.versionId = v.id)`;
    const there = first(raw, sql, said);
    return there === undefined ? null : { by: String(there['id']), alike: there['earlierId'] === said['earlierId'] };
  },
};

/** A code nobody has: the one asked for, or that with the first free number behind it. A code means one incident for good. */
export function freeCode(raw: Raw, code: string, id: string): string {
  const taken = raw.prepare('SELECT 1 FROM incident WHERE code = ? AND id <> ?');
  let free = code;
  for (let n = 2; taken.get(free, id) !== undefined; n += 1) free = `${code}-${n}`;
  return free;
}
