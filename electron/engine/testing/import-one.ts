/** For tests: imports a file and gives what came of it. */
import type { ImportOutcome } from '#shared/model/items.ts';
import type { CaseContext } from '../context.ts';
import { importPaths } from '../import/import-paths.ts';
import { getItem } from '../items/get-item.ts';
import { getText } from '../items/get-text.ts';
import { listItems } from '../items/list-items.ts';

export async function importOne(ctx: CaseContext, path: string): Promise<ImportOutcome> {
  return (await importPaths(ctx, { paths: [path] })).outcomes[0]!;
}
export async function keepOne(ctx: CaseContext, path: string) {
  const outcome = await importOne(ctx, path);
  if (outcome.fate !== 'kept') throw new Error(JSON.stringify(outcome));
  return { outcome, item: await getItem(ctx, outcome.itemId), text: await getText(ctx, outcome.itemId) };
}
export async function allItems(ctx: CaseContext) {
  const { rows } = await listItems(ctx, { filter: 'all', sort: 'capturedAt', direction: 'ascending', limit: 1000, offset: 0 });
  return Promise.all(rows.map(({ id }) => getItem(ctx, id)));
}
export async function bytesOf(ctx: CaseContext, item: { files: { role: string; sha256: string }[] }, role: string) {
  return Buffer.concat((await ctx.store.read(item.files.find((file) => file.role === role)!.sha256).toArray()) as Buffer[]);
}
