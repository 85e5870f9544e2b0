/** What becomes of every row of a file. Gathers, then decides; writes nothing, so that a dry run and the real one are the same. */
import type { Kysely } from 'kysely';
import type { ClaimFields } from '#shared/model/claims.ts';
import type { ClaimRecord, IncidentRecord, PartyRecord, RowFate, TableKind } from '#shared/model/tables.ts';
import type { Tables } from '../db/tables.ts';
import { gatherIndex, gatherSame, nameKey, type CaseIndex } from './case-index.ts';
import type { AnyRow } from './columns/column-sets.ts';
import { ownWordsOf, rowName } from './describe-row.ts';
import { pause } from './pause.ts';
import { planLinks, type NewEvidence, type NewLink } from './plan-links.ts';
import { changesBetween, checkExtra, fieldsAfter } from './plan-row.ts';
import type { ReadRow } from './read-row.ts';
import { contentKey, fieldsOf, type AnyFields } from './record-fields.ts';
import { problem, type NewParties, type Resolver, type Told } from './resolve-refs.ts';

/** `id`: of the thing that is there, or of the one to be made. */
export type PlannedRow = Told & {
  read: ReadRow;
  id: string;
  before: AnyRow | null;
  fields: AnyFields | null;
  links: NewLink[];
  evidence: NewEvidence[];
  changes: string[];
  fate: RowFate;
  name: string;
};
export type Plan = { rows: PlannedRow[]; newParties: NewParties; ownWords: Set<string> };
export type PlanOptions = { onConflict: 'skip' | 'update'; createParties: boolean; newId: () => string };

/** `db` must not change meanwhile: the transaction that will write, or one view of the case. */
export async function planTable(
  db: Kysely<Tables>,
  of: TableKind,
  rows: readonly ReadRow[],
  options: PlanOptions,
  { signal, onRow }: { signal: AbortSignal; onRow: (done: number) => void },
): Promise<Plan> {
  const index = await gatherIndex(db, of, rows, signal);
  const resolver: Resolver = { index, newParties: new Map(), createParties: options.createParties, newId: options.newId };
  const planned: PlannedRow[] = [];
  for (const read of rows) {
    planned.push(planOne(of, read, resolver, options));
    if (planned.length % 250 === 0) await pause(() => (signal.throwIfAborted(), onRow(planned.length)));
  }
  refuseTwice(of, planned);
  if (of === 'claims') await findSame(db, planned, index, signal);
  planLinks(of, planned, resolver);
  for (const row of planned) row.fate = fateOf(of, row, index, options);
  return summed(planned, resolver);
}

function planOne(of: TableKind, read: ReadRow, resolver: Resolver, { newId }: PlanOptions): PlannedRow {
  const told: Told = { problems: [...read.problems], notes: [...read.notes] };
  const found = identify(of, read, resolver.index, told);
  const before = found === null ? null : (resolver.index.records.get(found) ?? null);
  const given = typeof read.given['id'] === 'string' ? read.given['id'] : null;
  const fields = fieldsAfter(of, read, before, resolver, told);
  return { ...told, read, id: found ?? given ?? newId(), before, fields, links: [], evidence: [], changes: [], fate: 'refused', name: rowName(of, read, fields, resolver) }; // prettier-ignore
}

/** The thing of the case that a row is: by id, else by code, else by a name that one party alone has. */
function identify(of: TableKind, { given }: ReadRow, index: CaseIndex, told: Told): string | null {
  const id = typeof given['id'] === 'string' ? given['id'] : null;
  const state = id === null ? undefined : stateOf(of, id, index);
  if (state === 'removed') return problem(told, 'removed-here', 'id', { id: id ?? '' });
  if (state === 'standing') return id;
  if (of === 'incidents') return byCode(String(given['code'] ?? '').trim(), id, index, told);
  if (of !== 'parties' || id !== null) return null;
  const alike = (index.partiesNamed.get(nameKey(String(given['name'] ?? ''))) ?? []).filter(
    (one) => nameKey(index.parties.get(one)?.name ?? '') === nameKey(String(given['name'] ?? '')),
  );
  if (alike.length <= 1) return alike[0] ?? null;
  const candidates = alike.slice(0, 5).map((one) => `${index.parties.get(one)?.name ?? ''} [${one}]`);
  return problem(told, 'ambiguous-row', 'name', { name: String(given['name']), candidates: candidates.join('; '), count: alike.length });
}

function stateOf(of: TableKind, id: string, index: CaseIndex) {
  return of === 'claims' ? index.claims.get(id) : (of === 'incidents' ? index.incidents : index.parties).get(id)?.state;
}

/** A code means one incident for ever, a removed one too. */
function byCode(code: string, id: string | null, index: CaseIndex, told: Told): string | null {
  const known = index.codes.get(code);
  if (known === undefined) return null;
  if (index.incidents.get(known)?.state === 'removed') return problem(told, 'code-removed', 'code', { code });
  return id === null || id === known ? known : problem(told, 'code-taken', 'code', { code, id: known });
}

/** One thing stands in one row: whichever came second cannot be what the person meant. */
function refuseTwice(of: TableKind, rows: readonly PlannedRow[]): void {
  const seen = new Map<string, PlannedRow>();
  for (const row of rows) {
    const { given } = row.read;
    const keys = [`id ${row.id}`];
    if (of === 'incidents' && typeof given['code'] === 'string') keys.push(`code ${given['code'].trim()}`);
    if (of === 'parties' && typeof given['id'] !== 'string') keys.push(`name ${nameKey(String(given['name'] ?? ''))}`);
    const first = keys.map((key) => seen.get(key)).find((one) => one !== undefined);
    if (first !== undefined) problem(row, 'duplicate', null, { line: first.read.line });
    for (const key of keys) if (!seen.has(key)) seen.set(key, row);
  }
}

/** Rows without an id that say what a claim of the case says are that claim; two such rows are one. */
async function findSame(db: Kysely<Tables>, rows: readonly PlannedRow[], index: CaseIndex, signal: AbortSignal): Promise<void> {
  const bare = rows.filter((row) => row.before === null && typeof row.read.given['id'] !== 'string' && row.fields !== null);
  const keys = new Map(bare.map((row) => [row, contentKey(row.fields as ClaimFields)]));
  const same = await gatherSame(db, index, new Set(keys.values()), signal);
  const first = new Map<string, PlannedRow>();
  for (const [row, key] of keys) {
    const earlier = first.get(key);
    const known = same.get(key);
    if (earlier !== undefined) problem(row, 'duplicate', null, { line: earlier.read.line });
    else if (known !== undefined) {
      row.before = known;
      row.id = known.id ?? row.id;
      index.claims.set(row.id, 'standing');
      row.notes.push({ code: 'already-there', column: null, facts: { id: row.id } });
    }
    first.set(key, earlier ?? row);
  }
}

function fateOf(of: TableKind, row: PlannedRow, index: CaseIndex, { onConflict }: PlanOptions): RowFate {
  if (row.problems.length > 0 || row.fields === null) return 'refused';
  if (row.before === null) return 'new';
  row.changes = [
    ...changesBetween(fieldsOf(of, row.before, index), row.fields),
    ...(row.links.length > 0 ? ['relations'] : []),
    ...(row.evidence.length > 0 ? ['evidence'] : []),
  ];
  if (row.changes.length === 0) return 'unchanged';
  // Writing a thing anew asks for all it holds, a value whose field is gone too.
  checkExtra(row.fields.extra, {}, index, row);
  if (row.problems.length > 0) return 'refused';
  return onConflict === 'update' ? 'updates' : 'skipped';
}

export const isWritten = ({ fate }: Pick<PlannedRow, 'fate'>): boolean => fate === 'new' || fate === 'updates';

/** The parties that rows which hold name, and the words that are the case's own. */
function summed(rows: PlannedRow[], { index, newParties }: Resolver): Plan {
  const named = new Set<string>();
  const ownWords = new Set<string>();
  for (const row of rows) {
    for (const word of row.fields === null ? [] : ownWordsOf(row.fields, index.words)) {
      row.notes.push({ code: 'own-word', column: null, facts: { word } });
      if (isWritten(row)) ownWords.add(word);
    }
    if (isWritten(row)) for (const id of partiesNamedBy(row)) named.add(id);
  }
  return { rows, newParties: new Map([...newParties].filter(([, { id }]) => named.has(id))), ownWords };
}

function* partiesNamedBy({ fields, links }: PlannedRow): Generator<string> {
  for (const { to } of links) yield to;
  if (fields === null || 'aliases' in fields) return;
  for (const { partyId } of fields.parties) yield partyId;
  if (!('via' in fields)) return;
  for (const { partyId } of fields.via) if (partyId !== null) yield partyId;
  if (fields.speakerId !== null) yield fields.speakerId;
}

export type GivenRecord = Partial<ClaimRecord & IncidentRecord & PartyRecord>;
