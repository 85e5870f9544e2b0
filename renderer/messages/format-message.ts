/** The part of ICU MessageFormat that the catalogues use: `{name}` and `{name, plural, one {# file} other {# files}}`. */
export type Values = Readonly<Record<string, string | number>>;

/** Puts values in. Numbers get the locale's grouping; `#` in a plural is its number. Throws on a value not given. */
export function formatMessage(message: string, values: Values, locale: string): string {
  let out = '';
  let at = 0;
  while (at < message.length) {
    const open = message.indexOf('{', at);
    if (open === -1) return out + message.slice(at);
    const close = closing(message, open);
    out += message.slice(at, open) + fill(message.slice(open + 1, close), values, locale);
    at = close + 1;
  }
  return out;
}

/** Index of the brace that closes the one at `open`. */
function closing(message: string, open: number): number {
  let depth = 0;
  for (let at = open; at < message.length; at++) {
    if (message[at] === '{') depth++;
    if (message[at] === '}' && --depth === 0) return at;
  }
  throw new Error(`a brace is left open in "${message}"`);
}

function fill(inside: string, values: Values, locale: string): string {
  const [, name = inside.trim(), choices] = /^\s*(\w+)\s*,\s*plural\s*,(.*)$/s.exec(inside) ?? [];
  const value = values[name];
  if (value === undefined) throw new Error(`no value for {${name}}`);
  const shown = typeof value === 'number' ? value.toLocaleString(locale) : value;
  if (choices === undefined) return shown;
  const chosen = choose(choices, Number(value), locale);
  return formatMessage(chosen, values, locale).replaceAll('#', shown);
}

/** `=0` wins over the plural category, which wins over `other`. */
function choose(choices: string, count: number, locale: string): string {
  const found = new Map<string, string>();
  for (let at = choices.indexOf('{'); at !== -1;) {
    const close = closing(choices, at);
    const before =
      choices
        .slice(0, at)
        .trim()
        .split(/[\s}]+/)
        .at(-1) ?? '';
    found.set(before, choices.slice(at + 1, close));
    at = choices.indexOf('{', close + 1);
  }
  const category = new Intl.PluralRules(locale).select(count);
  return found.get(`=${count}`) ?? found.get(category) ?? found.get('other') ?? '';
}
