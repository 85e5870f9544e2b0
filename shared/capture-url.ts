import { HoldfastError } from './errors.ts';

/** The WHATWG URL stands in Node and in browsers alike; shared/ has the types of neither. */
declare const URL: { parse(address: string): CaptureUrl | null };

export type CaptureUrl = { readonly href: string; readonly protocol: string; readonly hostname: string };

/**
 * The address a capture starts from. A bare host gets no scheme guessed for it: what was asked must be what is recorded.
 * @throws HoldfastError url-invalid, url-scheme
 */
export function parseCaptureUrl(given: string): CaptureUrl {
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
