import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { captureOptions } from '#shared/model/capture.ts';
import type { ListFate } from '#shared/model/queue.ts';
import type { ListedUrl } from '#shared/url-list.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { mutate } from '../journal/mutate.ts';
import { entryPayload, optionsText } from './entry-row.ts';
import { readList } from './read-list.ts';

type Row = Tables['queueEntry'];
type Good = Extract<ListedUrl, { error: null }>;
type Added = { rows: Row[]; fates: ListFate[] };

/** Rows a transaction writes at most: a list of ten thousand must not keep the case from other work. */
export const chunk = 500;

/**
 * Adds a list to the end of the queue and tells the fate of each of its lines. An address that waits already is not
 * added again; one that ended before is, because a page may be wanted anew.
 * @throws HoldfastError file-missing, file-unreadable, wrong-input, case-read-only
 */
export async function addEntries(ctx: CaseContext, input: ParsedInput<'queue.add'>): Promise<CallOutput<'queue.add'>> {
  const listed = await readList(input);
  const fates = new Map<number, ListFate>();
  const good: Good[] = [];
  for (const one of listed) {
    if (one.error === null) good.push(one);
    else fates.set(one.line, { fate: 'refused', line: one.line, url: one.url, error: one.error });
  }
  const options = optionsText(input.options ?? captureOptions.parse({}));
  for (let from = 0; from < good.length; from += chunk) await addChunk(ctx, good.slice(from, from + chunk), options, fates);
  return { fates: listed.flatMap(({ line }) => fates.get(line) ?? []) };
}

async function addChunk(ctx: CaseContext, listed: Good[], options: string, fates: Map<number, ListFate>): Promise<void> {
  const addedAt = ctx.ports.now().toISOString();
  const told = await mutate(
    ctx,
    ({ rows }: Added) => rows.map((row) => ({ action: 'queue.added', subject: row.id, payload: entryPayload(row) })),
    async (trx): Promise<Added> => {
      const waiting = await trx
        .selectFrom('queueEntry')
        .select(['url', 'id'])
        .where('state', '=', 'waiting')
        .where('url', 'in', [...new Set(listed.map(({ url }) => url))])
        .execute();
      const last = await trx
        .selectFrom('queueEntry')
        .select((eb) => eb.fn.max('position').as('position'))
        .executeTakeFirst();
      const known = new Map(waiting.map(({ url, id }) => [url, id]));
      const rows: Row[] = [];
      const chunkFates = listed.map(({ line, url, host }): ListFate => {
        const there = known.get(url);
        if (there !== undefined) return { fate: 'waiting', line, url, id: there };
        const id = ctx.ports.newId();
        const position = (last?.position ?? 0) + rows.length + 1;
        rows.push({ id, position, url, host, options, state: 'waiting', attempts: 0, itemId: null, error: null, addedAt, addedBy: ctx.settings.actor, endedAt: null, cleared: 0 }); // prettier-ignore
        known.set(url, id);
        return { fate: 'added', line, url, id };
      });
      for (const row of rows) await trx.insertInto('queueEntry').values(row).execute();
      return { rows, fates: chunkFates };
    },
  );
  for (const fate of told.fates) fates.set(fate.line, fate);
}
