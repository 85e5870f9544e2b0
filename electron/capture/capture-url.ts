import { HoldfastError } from '#shared/errors.ts';

/**
 * The address a capture starts from. A bare host gets no scheme guessed for it: what was asked must be what is recorded.
 * @throws HoldfastError url-invalid, url-scheme
 */
export function parseCaptureUrl(given: string): URL {
  const text = given.trim();
  const url = URL.parse(text);
  if (!url) throw new HoldfastError('url-invalid', { url: text });
  // `example.org:8080/a` parses as a scheme of its own; it is a forgotten https://.
  if (/^[\w-]+(\.[\w-]+)+:\d*/.test(text) || /^localhost:\d/.test(text)) throw new HoldfastError('url-invalid', { url: text });
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new HoldfastError('url-scheme', { url: text, scheme: url.protocol.replace(/:$/, '') });
  if (url.hostname === '') throw new HoldfastError('url-invalid', { url: text });
  return url;
}

/** What a page under capture may ask for at all. */
export function isFetchable(address: string): boolean {
  const protocol = URL.parse(address)?.protocol ?? '';
  return ['http:', 'https:', 'ws:', 'wss:', 'data:', 'blob:', 'about:'].includes(protocol);
}

/** Where the page itself may move to while it loads. */
export function isPageAddress(address: string): boolean {
  const protocol = URL.parse(address)?.protocol ?? '';
  return protocol === 'http:' || protocol === 'https:';
}
