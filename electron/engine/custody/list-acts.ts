/** The journal as a list of acts: narrowed by indexes alone, a page at a time, whatever its length. */
import { sql, type SqlBool } from 'kysely';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { actsOfKind, type ActKind, type CustodyAct } from '#shared/model/custody.ts';
import type { CaseContext } from '../context.ts';
import { toEntry } from '../journal/list-entries.ts';
import { clockRanBack } from '../verify/check-clock.ts';
import { itemActs } from './item-acts.ts';
import { nameSubjects } from './name-subjects.ts';

type Asked = ParsedInput<'custody.acts'>;

export async function listActs(ctx: CaseContext, asked: Asked): Promise<CallOutput<'custody.acts'>> {
  const query = narrowed(ctx, asked);
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll('journal')
    .orderBy('journal.seq', asked.direction === 'ascending' ? 'asc' : 'desc')
    .limit(asked.limit)
    .offset(asked.offset)
    .execute();
  return { rows: await describe(ctx, rows.map(toEntry)), total };
}

export async function listActors(ctx: CaseContext): Promise<{ actors: string[] }> {
  // Steps from name to name along the index; a GROUP BY would read every entry.
  const { rows } = await sql<{ actor: string }>`WITH RECURSIVE names(actor) AS (
      SELECT min(actor) FROM journal UNION ALL
      SELECT (SELECT min(actor) FROM journal WHERE actor > names.actor) FROM names WHERE names.actor IS NOT NULL)
    SELECT actor FROM names WHERE actor IS NOT NULL`.execute(ctx.read);
  return { actors: rows.map(({ actor }) => actor) };
}

function narrowed(ctx: CaseContext, { itemId, actor, kinds, from, to, words }: Asked) {
  let query = ctx.read.selectFrom('journal');
  if (itemId !== undefined) query = query.where(sql<SqlBool>`journal.seq IN ${itemActs(itemId)}`);
  if (actor !== undefined) query = query.where('journal.actor', '=', actor);
  if (from !== undefined) query = query.where('journal.at', '>=', from);
  if (to !== undefined) query = query.where('journal.at', '<=', to);
  const match = matchOf(words ?? '');
  if (match !== '') query = query.where(sql<SqlBool>`journal.seq IN (SELECT rowid FROM journalWords WHERE journalWords MATCH ${match})`);
  if (kinds !== undefined && kinds.length > 0) query = query.where(sql<SqlBool>`(${sql.join(kinds.map(ofKind), sql` OR `)})`);
  return query;
}

function ofKind(kind: ActKind) {
  const method = kind === 'capture' || kind === 'import' ? kind : null;
  const actions = actsOfKind[kind].filter((action) => method === null || action !== 'item.kept');
  const plain = sql<SqlBool>`journal.action IN (${sql.join(actions)})`;
  if (method === null) return plain;
  return sql<SqlBool>`(${plain} OR (journal.action = 'item.kept' AND EXISTS (SELECT 1 FROM item WHERE item.id = journal.subject AND item.method = ${method})))`;
}

/** Every word must occur, the last as a beginning: it may still be being typed. */
function matchOf(words: string): string {
  const found = words.match(/[\p{L}\p{N}]+/gu) ?? [];
  return found.map((word, index) => `"${word}"${index === found.length - 1 ? '*' : ''}`).join(' AND ');
}

type Entry = ReturnType<typeof toEntry>;

async function describe(ctx: CaseContext, entries: Entry[]): Promise<CustodyAct[]> {
  if (entries.length === 0) return [];
  const about = await nameSubjects(ctx, entries);
  const seal = await ctx.read.selectFrom('seal').select('treeSize').orderBy('treeSize', 'desc').limit(1).executeTakeFirst();
  const earlier = entries.map(({ seq }) => seq - 1);
  const times = await ctx.read.selectFrom('journal').select(['seq', 'at']).where('seq', 'in', earlier).execute();
  const timeOf = new Map(times.map(({ seq, at }) => [seq, at]));
  return entries.map((entry) => {
    const before = timeOf.get(entry.seq - 1);
    return {
      ...entry,
      about: about.get(entry.seq) ?? null,
      isSealed: entry.seq <= (seal?.treeSize ?? 0),
      clockBack: before !== undefined && clockRanBack(before, entry.at),
    };
  });
}
