/** Gaps that the database finds by itself: what is not there beside what is. */
import { sql, type RawBuilder } from 'kysely';
import type { Gap, GapKind } from '#shared/model/gaps.ts';
import type { CaseContext } from '../context.ts';
import { toldClaims, type ToldClaim } from './told-claims.ts';

type Subject = Gap['subject']['kind'];
/** `from`: everything after FROM, with `id` of the subject as `columns` first name. */
type Question = { subject: Subject; columns: RawBuilder<unknown>; from: RawBuilder<unknown>; order: RawBuilder<unknown> };
type Row = { id: string; title: string | null } & Record<string, string | number | null>;

const stands = (id: string) => sql`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = ${sql.ref(id)})`;
const claims = (missing: RawBuilder<unknown>): Question => ({
  subject: 'claim',
  columns: sql`claim.id, NULL AS title`,
  from: sql`claim WHERE ${stands('claim.id')} AND ${missing}`,
  order: sql`claim.createdAt, claim.id`,
});

const standsOnPassage = sql`EXISTS (SELECT 1 FROM evidence e JOIN passage p ON p.id = e.passageId WHERE e.claimId = claim.id
  AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject IN (e.id, p.id, p.itemId)))`;
const carriesClaim = sql`EXISTS (SELECT 1 FROM evidence e WHERE e.passageId = passage.id
  AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject IN (e.id, e.claimId)))`;
const standingClaim = (column: string) => sql`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = ${sql.ref(column)})`;

/** A party, or one that was merged into it. */
const oneParty = sql`(SELECT party.id UNION SELECT m.mergedId FROM partyMerge m WHERE m.intoId = party.id AND ${stands('m.id')})`;
const isCited = sql`(EXISTS (SELECT 1 FROM claim c WHERE c.speakerId IN ${oneParty} AND ${standingClaim('c.id')})
  OR EXISTS (SELECT 1 FROM claimVia v WHERE v.partyId IN ${oneParty} AND ${standingClaim('v.claimId')})
  OR EXISTS (SELECT 1 FROM claimParty r WHERE r.partyId IN ${oneParty} AND ${standingClaim('r.claimId')})
  OR EXISTS (SELECT 1 FROM incidentParty i WHERE i.partyId IN ${oneParty} AND ${standingClaim('i.incidentId')})
  OR EXISTS (SELECT 1 FROM partyLink l WHERE l.fromId IN ${oneParty} AND ${standingClaim('l.id')})
  OR EXISTS (SELECT 1 FROM partyLink l WHERE l.toId IN ${oneParty} AND ${standingClaim('l.id')}))`;

const questions = {
  'claim without passage': claims(sql`NOT ${standsOnPassage}`),
  'claim without speaker': claims(sql`claim.speakerId IS NULL`),
  'claim without date said': claims(sql`claim.saidAt IS NULL`),
  'claim without incident': claims(sql`claim.incidentId IS NULL`),
  'passage without claim': {
    subject: 'passage',
    columns: sql`passage.id, passage.quote AS title, passage.itemId, coalesce(itemNote.title, item.title) AS source`,
    from: sql`passage JOIN item ON item.id = passage.itemId LEFT JOIN itemNote ON itemNote.itemId = item.id
      WHERE NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject IN (passage.id, passage.itemId)) AND NOT ${carriesClaim}`,
    order: sql`passage.createdAt, passage.id`,
  },
  'incident without claim': {
    subject: 'incident',
    columns: sql`incident.id, incident.code || ' ' || incident.title AS title`,
    from: sql`incident WHERE ${stands('incident.id')}
      AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.incidentId = incident.id AND ${standingClaim('c.id')})`,
    order: sql`incident.code`,
  },
  'item untouched': {
    subject: 'item',
    columns: sql`item.id, coalesce(itemNote.title, item.title) AS title, coalesce(itemNote.source, item.source) AS source, item.type`,
    from: sql`item LEFT JOIN itemNote ON itemNote.itemId = item.id WHERE ${stands('item.id')} AND coalesce(itemNote.note, '') = ''
      AND NOT EXISTS (SELECT 1 FROM passage p WHERE p.itemId = item.id AND ${stands('p.id')})
      AND item.id NOT IN (SELECT v.itemId FROM claimVia v WHERE v.itemId IS NOT NULL AND ${standingClaim('v.claimId')})`,
    order: sql`item.capturedAt, item.id`,
  },
  'party uncited': {
    subject: 'party',
    columns: sql`party.id, party.name AS title, party.kind AS partyKind`,
    from: sql`party WHERE ${stands('party.id')} AND NOT ${isCited}
      AND NOT EXISTS (SELECT 1 FROM partyMerge m WHERE m.mergedId = party.id AND ${stands('m.id')})`,
    order: sql`party.name COLLATE NOCASE, party.id`,
  },
} satisfies Partial<Record<GapKind, Question>>;

export type RecordGapKind = keyof typeof questions;
export const isRecordGap = (kind: GapKind): kind is RecordGapKind => kind in questions;

export async function countRecordGaps(ctx: CaseContext, kind: RecordGapKind): Promise<number> {
  const { from } = questions[kind];
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM ${from}`.execute(ctx.read);
  return rows[0]?.count ?? 0;
}

export async function recordGaps(
  ctx: CaseContext,
  kind: RecordGapKind,
  { limit, offset }: { limit: number; offset: number },
): Promise<Gap[]> {
  const { subject, columns, from, order }: Question = questions[kind];
  const { rows } = await sql<Row>`SELECT ${columns} FROM ${from} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`.execute(ctx.read);
  const ids = rows.map(({ id }) => id);
  const told = subject === 'claim' ? await toldClaims(ctx, ids) : new Map<string, ToldClaim>();
  return rows.map(({ id, title, ...facts }) => {
    const { sentence, ...more } = told.get(id) ?? { sentence: title ?? '' };
    return {
      kind,
      key: `${kind} ${id}`,
      subject: { kind: subject, id },
      title: sentence,
      other: null,
      facts: { ...facts, ...more },
    };
  });
}
