/** An address in parts, readable: percent-encoded letters of any script as letters, a punycode host as it is. */
export type ShownAddress = { before: string; host: string; after: string };

/** What must stay encoded to be told apart: separators, spaces, and signs that steer a line or its direction. */
const keepEncoded = /[\u0000-\u0020%#?&=+/\\\u007f-\u00a0\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;

/** Pure. What is no address comes back whole, as the host. */
export function shownAddress(url: string): ShownAddress {
  const [, before = '', host = url, after = ''] = /^([a-z]+:\/\/)([^/?#]*)(.*)$/is.exec(url) ?? [];
  return { before, host, after: decodeReadable(after) };
}

/** Percent-encoded UTF-8 as letters where every letter of a run can be shown. */
export function decodeReadable(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return [...decodeURIComponent(run)].map((letter) => (keepEncoded.test(letter) ? encodeURIComponent(letter) : letter)).join('');
    } catch {
      return run;
    }
  });
}
