import type { EngineClient } from '#engine/engine.ts';
import type { ErrorData } from '#shared/errors.ts';

/** No failure of a capture: not tried, taken back, or entered as an address that is gone. */
const untold = new Set(['cancelled', 'no-case-open', 'case-read-only', 'url-scheme', 'url-invalid', 'url-not-found']);

/**
 * Enters that a capture came to nothing; the queue enters its own. Never throws: without a case, or where it is open for
 * reading, there is no journal to enter it in, and the failure itself is what the person must learn.
 */
export async function recordFailure(engine: Pick<EngineClient, 'call'>, url: string, { code, facts }: ErrorData): Promise<void> {
  if (untold.has(code)) return;
  const asked = url.slice(0, 8192);
  await engine.call('captures.failed', { url: asked, code, facts }).catch(() => undefined);
}
