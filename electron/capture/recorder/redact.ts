import type { Exchange, HeaderPairs, Redaction } from '#shared/model/exchange.ts';

export const withheld = '[withheld]';

/** Parameters and fields whose values open doors, by the names they usually have. */
const secretName = /^(pass(word|wd|phrase|code)?|pwd|secret|otp|pin|(access|auth|refresh|id|csrf|session)[-_]?token|api[-_]?key)$/i;
const secretHeader = /^((proxy-)?authorization|x-(api-key|auth-token|csrf-token|xsrf-token))$/i;

/** What the person marked as a token: names of URL parameters, or values as they are. */
export type Marks = { parameters: readonly string[]; values: readonly string[] };
export const noMarks: Marks = { parameters: [], values: [] };

/**
 * The exchange without what would let a stranger in: values of `Cookie`, `Set-Cookie`, `Authorization` and their kin,
 * and what the person marked, wherever it stands in addresses and headers. Names stay, so that a reader sees what was
 * there. Pure.
 */
export function redactExchange(given: Exchange, marks: Marks): { exchange: Exchange; redactions: Redaction[] } {
  const redactions: Redaction[] = [];
  const url = redactUrl(given.url, marks);
  const note = (where: Redaction['where']) => (name: string) => redactions.push({ where, name, url: url.text });
  url.names.forEach(note('url'));
  const inRequest = redactHeaders(given.request.headers, marks, note('request-header'));
  const response = given.response && { ...given.response, headers: redactHeaders(given.response.headers, marks, note('response-header')) };
  return { exchange: { ...given, url: url.text, request: { ...given.request, headers: inRequest }, response }, redactions };
}

/** `note` hears of each header whose value was withheld. */
export function redactHeaders(headers: HeaderPairs, marks: Marks, note: (name: string) => void = () => undefined): HeaderPairs {
  return headers.map(([name, value]) => {
    const clean = cleanHeader(name, value, marks);
    if (clean !== value) note(cookieName(name, value) ?? name);
    return [name, clean];
  });
}

function cleanHeader(name: string, value: string, marks: Marks): string {
  const lower = name.toLowerCase();
  if (lower === 'cookie') return value.split(/;\s*/).map(withoutValue).join('; ');
  if (lower === 'set-cookie') return value.replace(/^[^;]*/, withoutValue);
  if (secretHeader.test(name)) return value.replace(/^(\w+ )?.*$/s, `$1${withheld}`);
  if (/^https?:|^\//.test(value)) return redactUrl(value, marks).text;
  return withoutMarked(value, marks);
}

function withoutValue(cookie: string): string {
  const equals = cookie.indexOf('=');
  return equals < 0 ? withheld : `${cookie.slice(0, equals)}=${withheld}`;
}

function cookieName(name: string, value: string): string | null {
  if (!/^(set-)?cookie$/i.test(name)) return null;
  const names = value.split(/^set-/i.test(name) ? /;.*$/s : /;\s*/).map((cookie) => cookie.split('=')[0] ?? '');
  return `${name}: ${names.filter((one) => one !== '').join(', ')}`;
}

/** `text` with the values of marked parameters withheld; `names` of those. A relative address stays relative. */
export function redactUrl(given: string, marks: Marks): { text: string; names: string[] } {
  const names: string[] = [];
  const text = given.replace(/([?&#;])([^=&#;?]+)=([^&#;]*)/g, (whole, mark: string, name: string) => {
    if (!marks.parameters.includes(decoded(name))) return whole;
    names.push(decoded(name));
    return `${mark}${name}=${encodeURIComponent(withheld)}`;
  });
  const clean = withoutMarked(text, marks);
  if (clean !== text) names.push('value');
  return { text: clean, names };
}

function withoutMarked(text: string, { values }: Marks): string {
  return values.reduce((rest, value) => (value.length < 4 ? rest : rest.replaceAll(value, withheld)), text);
}

/** A request body without passwords and marked values: forms and JSON by field name. Null when nothing was withheld. */
export function redactBody(body: string, mediaType: string, marks: Marks): { text: string; names: string[] } | null {
  const names: string[] = [];
  const isSecret = (name: string) => secretName.test(name) || marks.parameters.includes(name);
  let text = body;
  if (/x-www-form-urlencoded/i.test(mediaType))
    text = body.replace(/(^|&)([^=&]+)=([^&]*)/g, (whole, start: string, name: string) => {
      if (!isSecret(decoded(name))) return whole;
      names.push(decoded(name));
      return `${start}${name}=${encodeURIComponent(withheld)}`;
    });
  else if (/multipart\/form-data/i.test(mediaType))
    text = body.replace(/(name="([^"]+)"[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n)([\s\S]*?)(?=\r\n--)/g, (whole, start: string, name: string) => {
      if (!isSecret(name)) return whole;
      names.push(name);
      return start + withheld;
    });
  else
    text = body.replace(/"([^"\\]+)"(\s*:\s*)"((?:[^"\\]|\\.)*)"/g, (whole, name: string, colon: string) => {
      if (!isSecret(name)) return whole;
      names.push(name);
      return `"${name}"${colon}"${withheld}"`;
    });
  const clean = withoutMarked(text, marks);
  if (clean !== text) names.push('value');
  return names.length === 0 ? null : { text: clean, names };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll('+', ' '));
  } catch {
    return name;
  }
}
