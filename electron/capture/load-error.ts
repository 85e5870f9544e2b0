import { HoldfastError } from '#shared/errors.ts';
import type { Verdict } from './certificate-trust.ts';

/**
 * Chromium's reason for not loading a page (net/base/net_error_list.h, without `net::`) as an error that names the
 * address. `seconds` is the limit the capture ran under, `verdict` what was made of the certificate.
 */
export function loadError(reason: string, url: string, seconds: number, verdict: Verdict | null = null): HoldfastError {
  const facts = { url, problem: wordsOf(reason), reason };
  if (/^ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED)$/.test(reason)) return new HoldfastError('url-refused', facts);
  if (/^ERR_(CERT_|SSL_|BAD_SSL|ECH_)/.test(reason))
    return new HoldfastError('url-certificate', { ...certificateFacts(verdict), ...facts });
  if (/^ERR_(CONNECTION_)?TIMED_OUT$/.test(reason)) return new HoldfastError('url-timeout', { url, seconds });
  if (/^ERR_(NAME_|DNS_|CONNECTION_|ADDRESS_|SOCKET_NOT|ICANN_|PROXY_|TUNNEL_|UNSAFE_PORT)/.test(reason))
    return new HoldfastError('url-refused', facts);
  if (/^ERR_INVALID_URL$/.test(reason)) return new HoldfastError('url-invalid', facts);
  return new HoldfastError('url-failed', facts);
}

/** What a person needs to judge the certificate, and the fingerprint by which to accept it. */
function certificateFacts(verdict: Verdict | null): Record<string, string> {
  if (verdict === null) return {};
  const { fingerprint, subject, issuer, validTo } = verdict;
  return { fingerprint, subject, issuer, validTo };
}

/** The answer's status as an error, or null when it is a page. */
export function statusError(status: number, url: string): HoldfastError | null {
  if (status === 404 || status === 410) return new HoldfastError('url-not-found', { url, status });
  if (status >= 400 || status === 204 || status === 205) return new HoldfastError('url-status', { url, status });
  return null;
}

/** `ERR_CONNECTION_REFUSED` reads as "connection refused". */
function wordsOf(reason: string): string {
  return reason.replace(/^ERR_/, '').replaceAll('_', ' ').toLowerCase();
}

/** The page's own process ended: it ran out of memory, or broke Chromium. */
export function crashed(url: string, reason: string): HoldfastError {
  return new HoldfastError('capture-failed', { url, problem: `the page's process ended (${reason})` });
}
