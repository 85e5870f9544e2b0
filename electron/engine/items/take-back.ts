import type { CaseContext } from '../context.ts';
import type { KeptBlob } from '../store/blob-store.ts';

/** Frees what came with an item that was not written, unless another item has come to stand on the same bytes. */
export async function takeBack(ctx: CaseContext, blobs: readonly KeptBlob[]): Promise<void> {
  for (const blob of blobs) {
    const used = await ctx.read.selectFrom('file').select('id').where('sha256', '=', blob.sha256).executeTakeFirst();
    if (used === undefined) await ctx.store.withdraw(blob);
  }
}
