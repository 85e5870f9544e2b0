import type { ErrorData } from '#shared/errors.ts';

/**
 * What follows a try that failed: `again` after a pause, `fail` for good, `stand` still when something of this computer
 * is in the way of every capture, `nothing` when the entry ended otherwise meanwhile.
 */
export type AfterFailure = { act: 'again'; afterMs: number } | { act: 'fail' } | { act: 'stand' } | { act: 'nothing' };

/** Pauses before the second and the third try, in milliseconds; there is no fourth. */
const pauses = [5_000, 20_000];
export const mostAttempts = pauses.length + 1;

/** Not the fault of an address: the same would happen to the next. */
const ofThisComputer = new Set([
  'disk-full',
  'folder-not-writable',
  'case-read-only',
  'case-damaged',
  'no-case-open',
  'engine-ended',
  'network-off',
  'session-busy',
]);
const endedMeanwhile = new Set(['not-found', 'already-exists']);
const passing = new Set(['url-refused', 'url-timeout']);

/** `attempts`: tries that ended before this one. Pure. */
export function afterFailure({ code }: Pick<ErrorData, 'code'>, attempts: number): AfterFailure {
  if (ofThisComputer.has(code)) return { act: 'stand' };
  if (endedMeanwhile.has(code)) return { act: 'nothing' };
  const afterMs = passing.has(code) ? pauses[attempts] : undefined;
  return afterMs === undefined ? { act: 'fail' } : { act: 'again', afterMs };
}

/** Chromium's reasons that say that nobody was reached at all (net/base/net_error_list.h). */
const nobodyReached = new Set(['ERR_NAME_NOT_RESOLVED', 'ERR_NAME_RESOLUTION_FAILED', 'ERR_DNS_TIMED_OUT', 'ERR_DNS_SERVER_FAILED', 'ERR_ADDRESS_UNREACHABLE', 'ERR_NETWORK_CHANGED', 'ERR_NETWORK_ACCESS_DENIED', 'ERR_PROXY_CONNECTION_FAILED']); // prettier-ignore

/** How many hosts in a row must be out of reach before the network, not the hosts, is taken to be away. */
const hostsInARow = 3;

/** Hosts in a row that nobody answered for. */
export class NetworkWatch {
  readonly #silent = new Set<string>();

  /** True when the network is taken to be away. */
  failed(host: string, error: Pick<ErrorData, 'facts'>): boolean {
    const reason = String(error.facts['reason'] ?? '');
    if (reason === 'ERR_INTERNET_DISCONNECTED') return true;
    if (nobodyReached.has(reason)) this.#silent.add(host);
    else this.answered();
    return this.#silent.size >= hostsInARow;
  }

  /** Some host was reached, whatever it said; or the person says that it is worth another try. */
  answered(): void {
    this.#silent.clear();
  }
}
