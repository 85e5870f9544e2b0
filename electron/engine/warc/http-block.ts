import { headerOf, type Exchange, type HeaderPairs } from '#shared/model/exchange.ts';

/**
 * Headers that told how a body was coded on the wire. The browser hands over bodies with these codings undone, so the
 * names are set aside with `X-Orig-`, the form the web archiving tools share; the values stay as they came.
 */
const wireOnly = new Set(['content-encoding', 'transfer-encoding', 'content-length']);

/** The head of a request as an HTTP/1.1 message (ISO 28500:2017 section 6.4; RFC 9112 section 3). */
export function requestHead({ url, method, request }: Exchange): Buffer {
  const target = URL.parse(url);
  const line = `${method} ${target ? `${target.pathname}${target.search}` : url} HTTP/1.1`;
  const headers: HeaderPairs = request.headers.filter(([name]) => !name.startsWith(':'));
  if (target && headerOf(headers, 'host') === null) headers.unshift(['Host', target.host]);
  return head(line, headers);
}

/** The head of a response as an HTTP/1.1 message, telling the length of the body as it is kept here. */
export function responseHead(response: NonNullable<Exchange['response']>): Buffer {
  const headers = response.headers
    .filter(([name]) => !name.startsWith(':'))
    .map(([name, value]): [string, string] => [wireOnly.has(name.toLowerCase()) ? `X-Orig-${name}` : name, value]);
  if (response.body !== null) headers.push(['Content-Length', String(response.body.size)]);
  return head(`HTTP/1.1 ${response.status} ${response.statusText}`, headers);
}

function head(line: string, headers: HeaderPairs): Buffer {
  const lines = [line, ...headers.map(([name, value]) => `${name}: ${value}`)].map((one) => one.replaceAll(/[\r\n]+/g, ' '));
  const text = `${lines.join('\r\n')}\r\n\r\n`;
  // Chromium hands header bytes over as Latin-1; what is beyond it can only have been UTF-8.
  return Buffer.from(text, /^[\0-ÿ]*$/.test(text) ? 'latin1' : 'utf8');
}
