import type { EngineClient } from '#engine/engine.ts';
import type { ErrorData } from '#shared/errors.ts';

/**
 * Enters that a capture came to nothing; the queue enters its own. Never throws: without a case, or where it is open for
 * reading, there is no journal to enter it in, and the failure itself is what the person must learn.
 */
export async function recordFailure(engine: Pick<EngineClient, 'call'>, url: string, { code, facts }: ErrorData): Promise<void> {
  if (code === 'cancelled' || code === 'no-case-open' || code === 'case-read-only') return;
  const asked = url.slice(0, 8192);
  await engine.call('captures.failed', { url: asked, code, facts }).catch(() => undefined);
}
