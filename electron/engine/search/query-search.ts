import { sql, type RawBuilder } from 'kysely';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import type { SearchHit } from '#shared/model/search.ts';
import type { CaseContext } from '../context.ts';
import { CLOSE, excerptByForms, hasMatch, markForms, OPEN, piecesOf } from './excerpt.ts';
import { textKindOf } from './text-kind-of.ts';
import { matchExpression, readWanted, type Wanted } from './match-expression.ts';

type Row = { kind: SearchHit['kind']; id: string; title: string; body: string; inTitle: string; inBody: string };

/** Weights of bm25 (kind, id, title, body, folds): a word in a title says more than one in a long text. */
const rank = sql`bm25(searchIndex, 0, 0, 4, 1, 0.5)`;

/**
 * Where the words stand: items by title and canonical text, passages by their words, comment and tags, claims by what
 * they say. All words in one place; the last may be unfinished; `"in quotes"` side by side. Best first.
 */
export async function querySearch(ctx: CaseContext, input: ParsedInput<'search.query'>): Promise<CallOutput<'search.query'>> {
  const wanted = readWanted(input.words);
  const expression = matchExpression(wanted);
  if (expression === null) return { rows: [], total: 0 };
  const found = matching(expression, input.kinds);
  const counted = await sql<{ total: number }>`SELECT count(*) AS total ${found}`.execute(ctx.read);
  const page = await sql<{
    rowid: number;
  }>`SELECT rowid ${found} ORDER BY ${rank}, rowid LIMIT ${input.limit} OFFSET ${input.offset}`.execute(ctx.read);
  const rows = await excerpts(
    ctx,
    expression,
    page.rows.map((row) => row.rowid),
  );
  return { rows: await Promise.all(rows.map((row) => hitOf(ctx, row, wanted))), total: counted.rows[0]?.total ?? 0 };
}

/** Shared with the test of its plan. */
export function matching(expression: string, kinds: readonly SearchHit['kind'][] | undefined): RawBuilder<unknown> {
  const only = kinds === undefined || kinds.length === 0 ? sql`` : sql`AND kind IN (${sql.join(kinds)})`;
  return sql`FROM searchIndex WHERE searchIndex MATCH ${expression} ${only}`;
}

/** Excerpts of one page of hits alone: making them for every match would read every text. */
async function excerpts(ctx: CaseContext, expression: string, rowids: number[]): Promise<Row[]> {
  if (rowids.length === 0) return [];
  const found = await sql<Row & { rowid: number }>`
    SELECT rowid, kind, id, title, body,
      snippet(searchIndex, 2, ${OPEN}, ${CLOSE}, '…', 40) AS inTitle,
      snippet(searchIndex, 3, ${OPEN}, ${CLOSE}, '…', 32) AS inBody
    FROM searchIndex WHERE searchIndex MATCH ${expression} AND rowid IN (${sql.join(rowids)})`.execute(ctx.read);
  const byRow = new Map(found.rows.map((row) => [row.rowid, row]));
  return rowids.flatMap((rowid) => byRow.get(rowid) ?? []);
}

async function hitOf(ctx: CaseContext, row: Row, wanted: readonly Wanted[]): Promise<SearchHit> {
  const { kind, id } = row;
  const excerpt = excerptOf(row, wanted);
  const { textKind, ...place } = await ground(ctx, row);
  return { kind, id, ...place, textKind: kind === 'item' ? await textKindOf(ctx, id, excerpt) : textKind, excerpt };
}

/** An item is shown by its text, a passage by its words, a claim by what was said of it, whichever holds the match. */
function excerptOf(row: Row, wanted: readonly Wanted[]): SearchHit['excerpt'] {
  const own = row.kind === 'passage' ? [row.inTitle, row.inBody] : [row.inBody, row.inTitle];
  const pieces = own.map(piecesOf);
  return (
    matched(pieces, wanted) ??
    excerptByForms(row.kind === 'passage' ? `${row.title}\n${row.body}` : row.body, wanted) ??
    excerptByForms(row.title, wanted) ??
    pieces[0] ??
    []
  );
}

function matched(pieces: SearchHit['excerpt'][], wanted: readonly Wanted[]): SearchHit['excerpt'] | null {
  const found = pieces.find(hasMatch);
  return found === undefined ? null : markForms(found, wanted);
}

/** The item and passage to open for a hit, and its title. */
async function ground(ctx: CaseContext, { kind, id, title }: Row): Promise<Pick<SearchHit, 'itemId' | 'passageId' | 'title' | 'textKind'>> {
  if (kind === 'item') return { itemId: id, passageId: null, title: await itemTitle(ctx, id), textKind: null };
  const passage = await (kind === 'passage' ? passageById(ctx, id) : firstEvidence(ctx, id));
  const itemId = passage?.itemId ?? null;
  return {
    itemId,
    passageId: passage?.id ?? null,
    textKind: (passage?.textKind ?? null) as SearchHit['textKind'],
    title: kind === 'passage' && itemId !== null ? await itemTitle(ctx, itemId) : title,
  };
}

async function itemTitle(ctx: CaseContext, id: string): Promise<string> {
  const row = await ctx.read
    .selectFrom('item')
    .leftJoin('itemNote', 'itemNote.itemId', 'item.id')
    .select(sql<string>`coalesce(itemNote.title, item.title)`.as('title'))
    .where('item.id', '=', id)
    .executeTakeFirst();
  return row?.title ?? '';
}

function passageById(ctx: CaseContext, id: string) {
  return ctx.read
    .selectFrom('passage')
    .leftJoin('derivedText', 'derivedText.fileId', 'passage.textFileId')
    .select(['passage.id', 'passage.itemId', 'derivedText.kind as textKind'])
    .where('passage.id', '=', id)
    .executeTakeFirst();
}

function firstEvidence(ctx: CaseContext, claimId: string) {
  return ctx.read
    .selectFrom('evidence')
    .innerJoin('passage', 'passage.id', 'evidence.passageId')
    .leftJoin('derivedText', 'derivedText.fileId', 'passage.textFileId')
    .select(['passage.id', 'passage.itemId', 'derivedText.kind as textKind'])
    .where('evidence.claimId', '=', claimId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('tombstone').select('subject').whereRef('tombstone.subject', '=', 'evidence.id'))),
    )
    .orderBy('evidence.createdAt')
    .limit(1)
    .executeTakeFirst();
}
