/** Words as typed so far, as an FTS5 query that wants every one of them begun (SQLite FTS5, section 3.3); null when there is no word. */
export function prefixMatch(words: string): string | null {
  const tokens = words.match(/[\p{L}\p{N}\p{M}]+/gu);
  return tokens === null ? null : tokens.map((token) => `"${token}"*`).join(' ');
}
