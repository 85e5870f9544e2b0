import type { CaseContext } from '../context.ts';
import { readSettings } from '../case/case-settings.ts';
import { getItem } from '../items/get-item.ts';
import { mutate } from '../journal/mutate.ts';

/** Enters that a person opened an item to read it, where the case says that reading is entered and can be written to. */
export async function itemOpened(ctx: CaseContext, { itemId }: { itemId: string }): Promise<{ entered: boolean }> {
  if (ctx.writer === null || !(await readSettings(ctx)).journalReads) return { entered: false };
  await getItem(ctx, itemId);
  await mutate(ctx, { action: 'item.opened', subject: itemId, payload: {} }, async () => {});
  ctx.changed('journal');
  return { entered: true };
}
