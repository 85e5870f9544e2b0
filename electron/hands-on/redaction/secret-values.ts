/**
 * Whether a value opens doors by the look of it: long, and letters mixed with figures. Words and plain numbers do not,
 * because withholding them wherever they stand would cut holes into what a page says. Pure.
 */
export function looksSecret(value: string, shortest = 10): boolean {
  if (value.length < shortest || /\s/.test(value)) return false;
  return /\p{L}/u.test(value) && /\d/.test(value) && !/^\d{4}-\d{2}-\d{2}/.test(value);
}

/** Names of parameters that usually carry a token. */
const tokenName =
  /token|^sig$|signature|^auth|^key$|api[-_]?key|session|^sid$|^code$|^state$|ticket|nonce|jwt|secret|^hash$|credential|^pass/i;

export function looksLikeToken(name: string): boolean {
  return tokenName.test(name);
}

/**
 * A value in every form it takes in addresses, forms, mark-up and scripts, the longest first. UTF-8 bytes read as
 * Latin-1 are among them, because bodies are searched byte by byte. Pure.
 */
export function variantsOf(value: string): string[] {
  const percent = encodeURIComponent(value);
  const forms = [
    value,
    percent,
    percent.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    new URLSearchParams({ v: value }).toString().slice(2),
    encodeURI(value),
    encodeURIComponent(percent),
    JSON.stringify(value).slice(1, -1),
    value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  ];
  const bytes = forms.map((form) => Buffer.from(form, 'utf8').toString('latin1'));
  return [...new Set([...forms, ...bytes])].filter((form) => form.length >= 4).sort((a, b) => b.length - a.length);
}

/** All forms of all values, so that no longer one is broken by a shorter one inside it. */
export function allVariants(values: Iterable<string>): string[] {
  return [...new Set([...values].flatMap(variantsOf))].sort((a, b) => b.length - a.length);
}
