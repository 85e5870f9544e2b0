type Headers = Record<string, string[]>;

/** What Chromium draws in a viewer of its own when it is the whole of an address: PDF, pictures, recordings. */
const viewed = /^\s*((application|text)\/(x-)?pdf|(image|video|audio)\/[\w.+-]+)\s*(;|$)/i;

/**
 * Headers under which Chromium saves a document that it would otherwise show in a viewer of its own: what is captured
 * is the file, and not Chromium's drawing of it. Only what Chromium is told changes; the headers as received are
 * recorded where DevTools gives them, before this. Pure.
 */
export function savedNotShown(headers: Headers): Headers {
  const entries = Object.entries(headers);
  const type = entries.find(([name]) => name.toLowerCase() === 'content-type')?.[1][0] ?? '';
  if (!viewed.test(type)) return headers;
  const disposition = entries.find(([name]) => name.toLowerCase() === 'content-disposition');
  const offered = disposition?.[1][0] ?? '';
  if (/^\s*attachment/i.test(offered)) return headers;
  const others = Object.fromEntries(entries.filter(([name]) => name !== disposition?.[0]));
  // `inline; filename=x` keeps its name (RFC 6266, 4.1).
  return { ...others, 'Content-Disposition': [`attachment${/;.*$/s.exec(offered)?.[0] ?? ''}`] };
}
