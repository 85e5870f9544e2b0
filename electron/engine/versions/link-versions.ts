import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { VersionLink } from '#shared/model/versions.ts';
import type { CaseContext } from '../context.ts';
import { getItem } from '../items/get-item.ts';
import type { KeptBeside } from '../items/keep-item.ts';
import { mutate } from '../journal/mutate.ts';
import { chainOf, standingLink } from './version-chain.ts';
import type { EarlierItem } from './item-addresses.ts';

/** Links an item that is being kept to the version before it, in the item's own transaction. */
export function linkToEarlier(ctx: CaseContext, earlier: EarlierItem): KeptBeside {
  const id = ctx.ports.newId();
  const at = ctx.ports.now().toISOString();
  const linkOf = (itemId: string): VersionLink => ({ id, itemId, earlierId: earlier.id, basis: 'address', address: earlier.address, at });
  return async (trx, itemId) => {
    await trx.insertInto('itemVersion').values(linkOf(itemId)).execute();
    return [{ action: 'version.linked', subject: id, payload: linkOf(itemId) }];
  };
}

/**
 * A person says that `itemId` is a newer version of `earlierId`.
 * @throws HoldfastError not-found, already-exists when it is linked to an earlier version already, wrong-input when
 *   the earlier one comes after it
 */
export async function linkVersions(ctx: CaseContext, { itemId, earlierId }: ParsedInput<'versions.link'>): Promise<VersionLink> {
  await getItem(ctx, itemId);
  await getItem(ctx, earlierId);
  if ((await standingLink(ctx.read, itemId)) !== null)
    throw new HoldfastError('already-exists', { kind: 'link to an earlier version of', id: itemId });
  if ((await ancestorsOf(ctx, earlierId)).includes(itemId))
    throw new HoldfastError('wrong-input', {
      name: 'versions.link',
      field: 'earlierId',
      problem: 'is this item, or a later version of it',
    });
  const at = ctx.ports.now().toISOString();
  const link: VersionLink = { id: ctx.ports.newId(), itemId, earlierId, basis: 'person', address: null, at };
  await mutate(ctx, { action: 'version.linked', subject: link.id, payload: link }, async (trx) => {
    await trx.insertInto('itemVersion').values(link).execute();
  });
  return link;
}

/** Takes a link back, with a reason; the link and its end both stay in the case. `not-found` when none stands. */
export async function unlinkVersions(ctx: CaseContext, { itemId, reason }: ParsedInput<'versions.unlink'>): Promise<void> {
  const link = await standingLink(ctx.read, itemId);
  if (link === null) throw new HoldfastError('not-found', { kind: 'link to an earlier version of', id: itemId });
  const at = ctx.ports.now().toISOString();
  const end = { versionId: link.id, reason, at, actor: ctx.settings.actor };
  await mutate(
    ctx,
    { action: 'version.unlinked', subject: link.id, payload: { ...end, itemId, earlierId: link.earlierId } },
    async (trx) => {
      await trx.insertInto('itemVersionEnd').values(end).execute();
    },
  );
}

/** The item itself and every version before it. */
async function ancestorsOf(ctx: CaseContext, itemId: string): Promise<string[]> {
  const links = (await chainOf(ctx.read, itemId)).links;
  const before = new Map(links.map((link) => [link.itemId, link.earlierId]));
  const found = [itemId];
  for (let at = before.get(itemId); at !== undefined && !found.includes(at); at = before.get(at)) found.push(at);
  return found;
}
