import type { Exchange } from '#shared/model/exchange.ts';
import type { Wanted } from '../capture/recorder/recorder.ts';

/**
 * What belongs into the archive of one page of a sitting: what it asked for itself, and what an earlier page of the same
 * site had already brought that it uses, such as the script of its service worker. Documents of other pages never do.
 * `needed`: addresses the page holds or asked for. Pure.
 */
export function wantedOf(page: number, address: string, needed: ReadonlySet<string>): Wanted {
  const origin = URL.parse(address)?.origin ?? '';
  return (one) => {
    if (one.page === page) return true;
    const isBorrowed = one.method === 'GET' && one.resourceType !== 'Document' && URL.parse(one.url)?.origin === origin;
    const isWorkerScript = one.asker === 'service_worker' && one.resourceType === 'Script';
    return isBorrowed && (isWorkerScript || needed.has(withoutFragment(one.url)));
  };
}

/** Without what was borrowed although the page brought it itself. Pure. */
export function withoutDoubles(exchanges: readonly Exchange[], page: number): Exchange[] {
  const own = new Set(exchanges.filter((one) => one.page === page).map(({ url }) => url));
  return exchanges.filter((one) => one.page === page || !own.has(one.url));
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '');
}
