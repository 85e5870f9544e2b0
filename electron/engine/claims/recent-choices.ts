import { sql, type Kysely } from 'kysely';
import type { ParsedInput } from '#shared/contract.ts';
import type { Place } from '#shared/model/claims.ts';
import type { RecentChoices } from '#shared/model/recent-choices.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { livingClaims } from './read-claims.ts';

/** How many of the newest claims are looked at; older ones are found by their words. */
const LOOKED_AT = 300;
/** How many of each kind are offered. */
const OFFERED = 8;

/** What the newest claims used, newest first. Parties and incidents that were removed, and parties found to be another, are left out. */
export async function recentChoices(ctx: CaseContext, _input: ParsedInput<'claims.recent'>): Promise<RecentChoices> {
  const claims = await newestClaims(ctx.read).execute();
  const { via, parties, units, groups } = await partsOf(
    ctx.read,
    claims.map(({ id }) => id),
  );
  const people = await partyNames(ctx.read, [
    ...claims.map((one) => one.speakerId),
    ...via.map((one) => one.partyId),
    ...parties.map((one) => one.partyId),
  ]);
  const events = await incidentNames(
    ctx.read,
    claims.map((one) => one.incidentId),
  );
  return {
    speakers: distinct(claims.flatMap(({ speakerId }) => people.get(speakerId ?? '') ?? [])),
    via: distinct(
      via.flatMap(({ partyId, medium }) => (people.get(partyId ?? '') ?? []).map((one) => ({ ...one, medium }))),
      ({ id }) => id,
    ),
    parties: distinct(
      parties.flatMap(({ partyId, role }) => (people.get(partyId) ?? []).map((one) => ({ ...one, role }))),
      ({ id }) => id,
    ),
    incidents: distinct(claims.flatMap(({ incidentId }) => events.get(incidentId ?? '') ?? [])),
    places: distinct(
      claims.flatMap(({ place }) => (place === null ? [] : [JSON.parse(place) as Place])),
      ({ name }) => name,
    ),
    acts: distinct(claims.map(({ act }) => act)),
    units: distinct(units.map(({ unit }) => unit)),
    groups: distinct(groups.flatMap((row) => JSON.parse(row.groups) as string[])),
  };
}

export function newestClaims(db: Kysely<Tables>) {
  return livingClaims(db)
    .select(['claim.id', 'claim.act', 'claim.speakerId', 'claim.incidentId', 'claim.place'])
    .orderBy('claim.createdAt', 'desc')
    .orderBy('claim.id', 'desc')
    .limit(LOOKED_AT);
}

/** Parts of the claims with these ids, in the order of the ids. */
async function partsOf(db: Kysely<Tables>, ids: readonly string[]) {
  const order = new Map(ids.map((id, at) => [id, at]));
  const newestFirst = <Row extends { claimId: string }>(rows: Row[]) =>
    rows.sort((a, b) => (order.get(a.claimId) ?? 0) - (order.get(b.claimId) ?? 0));
  const among = sql<boolean>`claimId IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  return {
    via: newestFirst(await db.selectFrom('claimVia').select(['claimId', 'partyId', 'medium']).where(among).orderBy('position').execute()),
    parties: newestFirst(
      await db.selectFrom('claimParty').select(['claimId', 'partyId', 'role']).where(among).orderBy('position').execute(),
    ),
    units: newestFirst(await db.selectFrom('claimQuantity').select(['claimId', 'unit']).where(among).orderBy('position').execute()),
    groups: newestFirst(await db.selectFrom('claimBreakdown').select(['claimId', 'groups']).where(among).orderBy('position').execute()),
  };
}

type Named = { id: string; name: string };

async function partyNames(db: Kysely<Tables>, ids: readonly (string | null)[]): Promise<Map<string, Named[]>> {
  const rows = await db
    .selectFrom('party')
    .select(['id', 'name'])
    .where(sql<boolean>`id IN (SELECT value FROM json_each(${listed(ids)}))`)
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = party.id)`)
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM partyMerge m WHERE m.mergedId = party.id AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = m.id))`,
    )
    .execute();
  return Map.groupBy(rows, ({ id }) => id);
}

async function incidentNames(db: Kysely<Tables>, ids: readonly (string | null)[]) {
  const rows = await db
    .selectFrom('incident')
    .select(['id', 'code', 'title'])
    .where(sql<boolean>`id IN (SELECT value FROM json_each(${listed(ids)}))`)
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = incident.id)`)
    .execute();
  return Map.groupBy(rows, ({ id }) => id);
}

const listed = (ids: readonly (string | null)[]) => JSON.stringify([...new Set(ids)].filter((id) => id !== null));

/** The first of each kind, as many as are offered. Pure. */
function distinct<Thing>(
  things: readonly Thing[],
  key: (thing: Thing) => unknown = (thing) => (isNamed(thing) ? thing.id : thing),
): Thing[] {
  const first = new Map<unknown, Thing>();
  for (const thing of things) {
    if (!first.has(key(thing))) first.set(key(thing), thing);
    if (first.size === OFFERED) break;
  }
  return [...first.values()];
}

function isNamed(thing: unknown): thing is { id: string } {
  return typeof thing === 'object' && thing !== null && 'id' in thing;
}
