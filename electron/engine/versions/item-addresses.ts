import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Facts } from '#shared/model/primitives.ts';
import type { Tables } from '../db/tables.ts';
import { webAddress } from './web-address.ts';

type Captured = { method: 'capture' | 'import'; sourceUrl: string | null; facts: Facts };

/**
 * Enters the addresses a captured page was asked for and ended at, so that the next capture of them finds it. An
 * imported item says where it came from but nobody here saw it come from there: it is never linked unasked.
 */
export async function putAddresses(trx: Transaction<Tables>, itemId: string, { method, sourceUrl, facts }: Captured): Promise<void> {
  if (method !== 'capture') return;
  const addresses = addressesOf([facts['requestedUrl'], sourceUrl]);
  if (addresses.length === 0) return;
  const rows = addresses.map((address) => ({ address, itemId }));
  await trx.insertInto('itemAddress').values(rows).execute();
}

/** The different addresses among some URLs. */
export function addressesOf(urls: readonly unknown[]): string[] {
  const addresses = urls.flatMap((url) => (typeof url === 'string' ? [webAddress(url)] : []));
  return [...new Set(addresses.filter((address) => address !== null))];
}

export type EarlierItem = { id: string; address: string };

/** The newest captured item that stands and has one of these addresses, with that address; null when there is none. */
export async function latestAt(read: Kysely<Tables>, addresses: readonly string[]): Promise<EarlierItem | null> {
  if (addresses.length === 0) return null;
  const found = await latestQuery(read, addresses).executeTakeFirst();
  return found ?? null;
}

export function latestQuery(read: Kysely<Tables>, addresses: readonly string[]) {
  return read
    .selectFrom('itemAddress')
    .innerJoin('item', 'item.id', 'itemAddress.itemId')
    .select(['item.id as id', 'itemAddress.address as address'])
    .where('itemAddress.address', 'in', [...addresses])
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = item.id)`)
    .orderBy('item.capturedAt', 'desc')
    .orderBy('item.id', 'desc')
    .limit(1);
}
