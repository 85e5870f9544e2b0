/** Query parameters that say where a reader came from, never which page is meant. */
const tracking = /^(utm_[a-z_]+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|ref_src|ref_url)$/i;

/**
 * An address as addresses are compared, or null when it is none of the web. Two addresses name one page when these are
 * equal. The rule: parsed by the WHATWG URL standard, which lowers scheme and host, drops the default port and resolves
 * dots; user name, password and fragment dropped; query parameters of trackers dropped where they stand at the end of
 * the query; an empty query dropped. Everything else counts: scheme, `www.`, the slash at the end of a path, the order
 * of parameters. What a page says of itself (its canonical link) is not asked: anybody can write any address there.
 */
export function webAddress(url: string): string | null {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return null;
  const parts = parsed.search.slice(1).split('&');
  // As written, not read and written anew: that would change how other parameters are encoded.
  while (parts.length > 0 && tracking.test((parts.at(-1) ?? '').split('=')[0] ?? '')) parts.pop();
  // With its mark in front: a query that begins with a second one would lose it.
  parsed.search = parts.join('&') === '' ? '' : `?${parts.join('&')}`;
  parsed.hash = '';
  parsed.username = '';
  parsed.password = '';
  return parsed.href;
}
