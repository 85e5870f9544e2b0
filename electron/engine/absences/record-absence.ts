import type { Transaction } from 'kysely';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { Absence } from '#shared/model/versions.ts';
import type { CaseContext } from '../context.ts';
import type { KeptBeside } from '../items/keep-item.ts';
import { mutate, type Act } from '../journal/mutate.ts';
import { addressesOf, latestAt } from '../versions/item-addresses.ts';
import type { RemovalWords } from './removal-text.ts';
import { webAddress } from '../versions/web-address.ts';
import type { Tables } from '../db/tables.ts';

/** How an address answered. `at` is when it did. */
export type Answer = Pick<Absence, 'askedUrl' | 'finalUrl' | 'at' | 'status' | 'responseHeaders' | 'remoteAddress' | 'serverDate'>;

/**
 * Records that an address answered 404 or 410 at a moment: a dated fact, also for an address nobody had captured
 * before, when `earlierId` is null. What is recorded never changes. It shows what the server said to this computer
 * then, not that the page was gone for everyone, nor since when.
 * @throws HoldfastError wrong-input when the address is none of the web; not-found when `keptItemId` is unknown
 */
export async function recordAbsence(ctx: CaseContext, input: ParsedInput<'absences.record'>): Promise<Absence> {
  const address = webAddress(input.askedUrl);
  if (address === null)
    throw new HoldfastError('wrong-input', { name: 'absences.record', field: 'askedUrl', problem: 'is not a web address' });
  if (
    input.keptItemId !== null &&
    (await ctx.read.selectFrom('item').select('id').where('id', '=', input.keptItemId).executeTakeFirst()) === undefined
  )
    throw new HoldfastError('not-found', { kind: 'item', id: input.keptItemId });
  const finalUrl = input.finalUrl ?? input.askedUrl;
  const earlier = await latestAt(ctx.read, addressesOf([input.askedUrl, finalUrl]));
  const absence: Absence = {
    ...input,
    responseHeaders: withoutSecrets(input.responseHeaders),
    id: ctx.ports.newId(),
    address,
    finalUrl,
    at: input.at ?? ctx.ports.now().toISOString(),
    kind: 'status',
    words: null,
    wordsIn: null,
    earlierId: earlier?.id ?? null,
  };
  await mutate(ctx, actOf(absence), (trx) => insert(trx, absence));
  return absence;
}

/** Records, with the item that is being kept of it, that a page reads like a notice of its removal. */
export function noteRemovalText(ctx: CaseContext, answer: Answer, said: RemovalWords, earlierId: string | null): KeptBeside {
  const id = ctx.ports.newId();
  const address = webAddress(answer.askedUrl) ?? answer.askedUrl;
  const responseHeaders = withoutSecrets(answer.responseHeaders);
  const absenceOf = (keptItemId: string): Absence => ({
    ...answer,
    ...said,
    id,
    address,
    responseHeaders,
    kind: 'removal-text',
    earlierId,
    keptItemId,
  });
  return async (trx, itemId) => {
    await insert(trx, absenceOf(itemId));
    return [actOf(absenceOf(itemId))];
  };
}

/** The journal keeps headers for good; what opens a session is no part of the fact, so its value is left out. */
function withoutSecrets(headers: Absence['responseHeaders']): Absence['responseHeaders'] {
  return headers.map(([name, value]) => [name, /^(set-cookie2?|authorization|proxy-authorization)$/i.test(name) ? '[not kept]' : value]);
}

function actOf(absence: Absence): Act {
  return { action: 'address.gone', subject: absence.id, payload: absence };
}

async function insert(trx: Transaction<Tables>, absence: Absence): Promise<void> {
  const row = { ...absence, responseHeaders: JSON.stringify(absence.responseHeaders) };
  await trx.insertInto('absence').values(row).execute();
}
