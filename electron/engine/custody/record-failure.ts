/** Work that failed leaves an entry too: what was tried, and the code it failed with. */
import { toErrorData, type ErrorData } from '#shared/errors.ts';
import type { Json } from '#shared/model/primitives.ts';
import type { CaseContext } from '../context.ts';
import { mutate } from '../journal/mutate.ts';

export type Failed = 'import.failed' | 'export.failed' | 'capture.failed';

/**
 * Enters a failure under `name`, which says nothing of the person's folders. Never throws: the failure itself is what the
 * person must learn. Nothing is entered for what was cancelled, or where the case cannot be written to.
 */
export async function recordFailure(ctx: CaseContext, action: Failed, name: string, failure: unknown): Promise<void> {
  const error = toErrorData(failure);
  if (ctx.writer === null || error.code === 'cancelled') return;
  try {
    await mutate(ctx, { action, subject: name, payload: { name, code: error.code, facts: harmless(error) } }, async () => {});
    ctx.changed('journal');
  } catch {
    // The disk may be full, the database damaged: told by the failure that is being entered.
  }
}

/** Numbers, truths and single words: paths, addresses and sentences of the system may tell of a machine or hold a secret. */
function harmless({ facts }: ErrorData): { [name: string]: Json } {
  const kept = Object.entries(facts).filter(
    ([, value]) => typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && /^[\w-]{1,64}$/.test(value)),
  );
  return Object.fromEntries(kept) as { [name: string]: Json };
}

/** An address without the name and password it may carry, and without what only the browser reads. */
export function withoutCredentials(address: string): string {
  const url = URL.parse(address.trim());
  if (url === null) return address.trim().slice(0, 200);
  url.username = '';
  url.password = '';
  url.hash = '';
  return url.href;
}
