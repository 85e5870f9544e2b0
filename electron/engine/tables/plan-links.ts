/** Relations and evidence of the rows: what they lead to, which are new, and none that closes a circle. Pure. */
import { isMutualRelation } from '#shared/model/record-links.ts';
import type { ClaimRecord, IncidentRecord, PartyRecord, TableKind } from '#shared/model/tables.ts';
import { nameKey } from './case-index.ts';
import { findCycles, type Edge } from './find-cycles.ts';
import type { PlannedRow } from './plan-table.ts';
import { incidentId, mustBeHere, partyId, problem, type Resolver } from './resolve-refs.ts';

export type NewLink = { relation: string; to: string; when: string | null; note: string };
export type NewEvidence = ClaimRecord['evidence'][number];

/** The rows of the file, found as what relations lead to. */
type InFile = { byId: Map<string, PlannedRow>; byCode: Map<string, PlannedRow>; byName: Map<string, string[]> };

export function planLinks(of: TableKind, rows: readonly PlannedRow[], resolver: Resolver): void {
  const inFile = gatherFile(of, rows);
  resolver.inFile = { has: (id) => inFile.byId.has(id), named: (name) => inFile.byName.get(nameKey(name)) ?? [] };
  const standing = new Set(resolver.index.links.flatMap(({ fromId, toId, relation }) => keysOf(fromId, toId, relation)));
  for (const row of rows) {
    if (row.fields === null) continue;
    planRelations(of, row, inFile, resolver, standing);
    if (of === 'claims') planEvidence(row, resolver);
  }
  refuseLeaning(rows, inFile);
  refuseCircles(rows, inFile, resolver);
  refuseLeaning(rows, inFile);
}

/** A link that holds both ways is the same from either end. */
const keysOf = (from: string, to: string, relation: string) =>
  isMutualRelation(relation) ? [`${from} ${relation} ${to}`, `${to} ${relation} ${from}`] : [`${from} ${relation} ${to}`];

function gatherFile(of: TableKind, rows: readonly PlannedRow[]): InFile {
  const file: InFile = { byId: new Map(), byCode: new Map(), byName: new Map() };
  for (const row of rows) {
    if (row.problems.some(({ code }) => code === 'duplicate')) continue;
    file.byId.set(row.id, row);
    const { given } = row.read;
    if (of === 'incidents' && typeof given['code'] === 'string') file.byCode.set(given['code'].trim(), row);
    if (of !== 'parties' || typeof given['name'] !== 'string' || row.before !== null) continue;
    const key = nameKey(given['name']);
    file.byName.set(key, [...(file.byName.get(key) ?? []), row.id]);
  }
  return file;
}

type AnyRelation = ClaimRecord['relations'][number] | IncidentRecord['relations'][number] | PartyRecord['relations'][number];

function planRelations(of: TableKind, row: PlannedRow, inFile: InFile, resolver: Resolver, standing: Set<string>): void {
  for (const { relation, to, when, note } of (row.read.given['relations'] ?? []) as AnyRelation[]) {
    const id =
      typeof to === 'string' ? textTarget(of, to, row, inFile, resolver) : partyId(to, 'relations', resolver, row, new Set(held(row)));
    if (id === null) continue;
    if (id === row.id) problem(row, 'to-itself', 'relations', { relation });
    else if (!standing.has(`${row.id} ${relation} ${id}`)) {
      for (const key of keysOf(row.id, id, relation)) standing.add(key);
      row.links.push({ relation, to: id, when, note });
    }
  }
}

/** Parties that a relation led to before may have been merged since. */
const held = ({ before }: PlannedRow): string[] =>
  ((before?.relations ?? []) as AnyRelation[]).flatMap(({ to }) => (typeof to === 'string' ? [] : [to.id ?? '']));

function textTarget(of: TableKind, to: string, row: PlannedRow, inFile: InFile, resolver: Resolver): string | null {
  if (of === 'incidents') return inFile.byCode.get(to.trim())?.id ?? incidentId(to, 'relations', resolver, row);
  if (inFile.byId.has(to) || resolver.index.claims.get(to) === 'standing') return to;
  return problem(row, 'unknown-claim', 'relations', { id: to });
}

function planEvidence(row: PlannedRow, resolver: Resolver): void {
  const before = new Set(((row.before as ClaimRecord | null)?.evidence ?? []).map(({ passageId, stance }) => `${passageId} ${stance}`));
  const seen = new Set<string>();
  for (const link of (row.read.given['evidence'] ?? []) as NewEvidence[]) {
    const key = `${link.passageId} ${link.stance}`;
    if (seen.has(key)) problem(row, 'evidence-twice', 'evidence', { id: link.passageId, stance: link.stance });
    seen.add(key);
    if (before.has(key)) continue;
    mustBeHere('passage', link.passageId, 'evidence', resolver, row);
    row.evidence.push(link);
  }
}

/** A row that leads to a row which cannot be imported cannot be either. */
function refuseLeaning(rows: readonly PlannedRow[], { byId }: InFile): void {
  const leaning = new Map<PlannedRow, PlannedRow[]>();
  for (const row of rows) {
    for (const { to } of row.links) {
      const target = byId.get(to);
      if (target !== undefined && target.before === null) leaning.set(target, [...(leaning.get(target) ?? []), row]);
    }
  }
  const refused = rows.filter((row) => isRefused(row));
  for (const target of refused) {
    for (const row of leaning.get(target) ?? []) {
      if (isRefused(row)) continue;
      problem(row, 'leads-to-refused', 'relations', { line: target.read.line });
      refused.push(row);
    }
  }
}

const isRefused = ({ problems, fields }: PlannedRow) => problems.length > 0 || fields === null;

const NAMED = 8;

function refuseCircles(rows: readonly PlannedRow[], { byId }: InFile, { index }: Resolver): void {
  const edges: Edge<PlannedRow>[] = index.links.map(({ fromId, toId, relation }) => ({ from: fromId, to: toId, relation, row: null }));
  for (const row of rows) if (!isRefused(row)) for (const { relation, to } of row.links) edges.push({ from: row.id, to, relation, row });
  const nameOf = (id: string) => byId.get(id)?.name ?? index.parties.get(id)?.name ?? index.incidents.get(id)?.code ?? id;
  for (const { rows: closing, path, relation } of findCycles(edges.filter((edge) => !isMutualRelation(edge.relation)))) {
    const names = path.length <= NAMED ? path.map(nameOf) : [...path.slice(0, NAMED - 1).map(nameOf), '…', nameOf(path.at(-1) ?? '')];
    for (const row of closing) problem(row, 'link-cycle', 'relations', { path: names.join(` ${relation} `) });
  }
}
