import { sql } from 'kysely';
import { claimSentence } from '#shared/claims/claim-sentence.ts';
import type { Claim } from '#shared/model/claims.ts';
import type { TimelineEntry, TimelineKind } from '#shared/model/timeline.ts';
import { claimsById } from '../claims/read-claims.ts';
import type { CaseContext } from '../context.ts';
import type { DatedThing } from './dated-things.ts';
import type { Placed } from './place-in-time.ts';

type Named = Pick<TimelineEntry, 'title' | 'who' | 'modality'>;

/** Entries as they are shown, in the order given. A fixed number of queries. */
export async function nameEntries(ctx: CaseContext, things: readonly (DatedThing | Placed)[]): Promise<TimelineEntry[]> {
  const ids = (...kinds: TimelineKind[]) => [...new Set(things.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id))];
  const claims = new Map((await claimsById(ctx.read, ids('event', 'statement', 'handed on'))).map((claim) => [claim.id, claim]));
  const names = await partyNames(ctx);
  const records = new Map([...(await incidentNames(ctx, ids('incident'))), ...(await itemNames(ctx, ids('published', 'kept')))]);
  return things.map((thing) => {
    const { kind, id, position, date } = thing;
    const claim = claims.get(id);
    const named = claim === undefined ? records.get(id) : nameOfClaim(claim, thing, names);
    const shape = 'shape' in thing ? thing.shape : null;
    return {
      key: `${kind} ${id} ${position}`,
      kind,
      id,
      date,
      shape: shape === null ? null : { ...shape, parts: [...shape.parts] },
      ...(named ?? { title: '', who: null, modality: null }),
    };
  });
}

function nameOfClaim(claim: Claim, { kind, position }: DatedThing, names: ReadonlyMap<string, string>): Named {
  const { modality, via, speakerId } = claim;
  const title = claimSentence(claim, names);
  const nameOf = (id: string | null | undefined) => (id == null ? null : (names.get(id) ?? null));
  if (kind !== 'handed on') return { title, who: nameOf(speakerId), modality };
  const hop = via[position];
  const told = [nameOf(hop?.partyId), hop?.medium].filter((one) => one != null && one !== '');
  return { title, who: told.length === 0 ? null : told.join(', '), modality };
}

async function partyNames(ctx: CaseContext): Promise<Map<string, string>> {
  const rows = await ctx.read.selectFrom('party').select(['id', 'name']).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function incidentNames(ctx: CaseContext, ids: string[]): Promise<[string, Named][]> {
  const rows = await ctx.read.selectFrom('incident').select(['id', 'code', 'title']).where(among('id', ids)).execute();
  return rows.map(({ id, code, title }) => [id, { title: `${code} ${title}`, who: null, modality: null }]);
}

async function itemNames(ctx: CaseContext, ids: string[]): Promise<[string, Named][]> {
  const rows = await ctx.read
    .selectFrom('item')
    .leftJoin('itemNote', 'itemNote.itemId', 'item.id')
    .select([
      'item.id',
      sql<string>`coalesce(itemNote.title, item.title)`.as('title'),
      sql<string>`coalesce(itemNote.source, item.source)`.as('who'),
    ])
    .where(among('item.id', ids))
    .execute();
  return rows.map(({ id, title, who }) => [id, { title, who: who === '' ? null : who, modality: null }]);
}

/** Ids go as one JSON array, because a statement takes a limited number of variables. */
const among = (column: string, ids: string[]) => sql<boolean>`${sql.ref(column)} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
