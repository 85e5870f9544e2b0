/** Named fields as WARC (5.4) and HTTP have them. Names in lower case; a field that stands more than once keeps every value. */
export type HeaderFields = ReadonlyMap<string, readonly string[]>;

/**
 * Parses a head: first line, fields, folded lines. Lines that are no field are counted, not guessed at.
 * UTF-8 where the bytes are that, else Latin-1, as HTTP had it.
 */
export function parseHead(bytes: Buffer): { first: string; fields: HeaderFields; strange: number } {
  const utf8 = bytes.toString('utf8');
  const lines = (utf8.includes('\ufffd') ? bytes.toString('latin1') : utf8).split(/\r?\n/);
  const fields = new Map<string, string[]>();
  let strange = 0;
  let last: string[] | null = null;
  for (const line of lines.slice(1)) {
    if (line === '') continue;
    if (/^[ \t]/.test(line) && last !== null) {
      last[last.length - 1] = `${last.at(-1) ?? ''} ${line.trim()}`;
      continue;
    }
    const colon = line.indexOf(':');
    if (colon <= 0) {
      strange += 1;
      continue;
    }
    const name = line.slice(0, colon).trim().toLowerCase();
    last = fields.get(name) ?? [];
    last.push(line.slice(colon + 1).trim());
    fields.set(name, last);
  }
  return { first: lines[0] ?? '', fields, strange };
}

/** The first value, or null. */
export function field(fields: HeaderFields, name: string): string | null {
  return fields.get(name)?.[0] ?? null;
}

/** The status of `HTTP/1.1 200 OK`, `HTTP/2 200` or `HTTP/1.0 200`; null when there is none. */
export function statusOf(line: string): number | null {
  const status = /^(?:HTTP\/\d+(?:\.\d+)?|ICY)\s+(\d{3})(?:\s|$)/i.exec(line)?.[1];
  return status === undefined ? null : Number(status);
}

/** Identifiers stand between angle brackets, and so do addresses in WARC 1.0 as wget writes it. */
export function withoutBrackets(value: string | null): string | null {
  return value === null ? null : value.trim().replace(/^<(.*)>$/s, '$1');
}

/** WARC 1.1, 5.4: a date as milliseconds; null when it is none. Fractions beyond milliseconds are dropped. */
export function timeOf(value: string | null): number | null {
  if (value === null) return null;
  const digits = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{0,3})$/.exec(value.trim());
  const time = digits
    ? Date.UTC(+digits[1]!, +digits[2]! - 1, +digits[3]!, +digits[4]!, +digits[5]!, +digits[6]!, Number((digits[7] ?? '').padEnd(3, '0')))
    : Date.parse(value);
  return Number.isFinite(time) ? time : null;
}

/** How addresses are compared: without fragment, as a URL parser writes them. */
export function addressKey(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return url.replace(/#.*$/s, '');
  parsed.hash = '';
  return parsed.href;
}
