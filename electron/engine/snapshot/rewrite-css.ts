import { tokenTypes as is, tokenize } from 'css-tree';

/** What the rewriting needs from outside. Both answer null when the resource is not at hand. */
export type CssResources = {
  /** A `data:` address for an image or a font. */
  inline: (reference: string, base: string | null) => string | null;
  /** The text and own base of an imported sheet. */
  sheet: (reference: string, base: string | null) => { css: string; base: string | null } | null;
};

type Token = { type: number; start: number; end: number };

const deepestImport = 8;
/** An address that yields nothing and asks nobody. */
const nothing = 'data:,';

/**
 * A style sheet with every address inlined and every import unfolded in place. Works on tokens, not on a tree, so
 * that everything else stays as written and nesting cannot exhaust the stack. Unbalanced braces are balanced, because
 * an unfolded sheet must not reach into the one around it.
 */
export function rewriteCss(css: string, base: string | null, resources: CssResources, depth = 0): string {
  const tokens: Token[] = [];
  tokenize(css, (type, start, end) => void tokens.push({ type, start, end }));
  const text = (token: Token) => css.slice(token.start, token.end);
  const out: string[] = [];
  let open = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.type === is.AtKeyword && /^@(import|charset)$/i.test(unescapeCss(text(token)))) {
      const end = statementEnd(tokens, index);
      if (/^@import$/i.test(unescapeCss(text(token)))) out.push(unfoldImport(tokens.slice(index + 1, end), text, base, resources, depth));
      index = end;
    } else if (token.type === is.Url) out.push(inlined(unquoteUrl(text(token)), base, resources));
    else if (token.type === is.BadUrl) out.push(`url("${nothing}")`);
    else if (token.type === is.Function && isAddressFunction(text(token))) {
      const end = closingParenthesis(tokens, index);
      out.push(rewriteFunction(tokens.slice(index, end + 1), text, base, resources));
      index = end;
    } else if (token.type === is.LeftCurlyBracket) out.push((open++, '{'));
    else if (token.type !== is.RightCurlyBracket) out.push(text(token));
    else if (open > 0) out.push((open--, '}'));
  }
  return out.join('') + '}'.repeat(open);
}

/** Names may hide behind escapes: `u\72l(` is `url(`. */
function isAddressFunction(opening: string): boolean {
  return /^(url|src|-webkit-image-set|image-set)\($/i.test(unescapeCss(opening));
}

/** `url("…")`, `src("…")`, and the bare strings and nested addresses of `image-set(…)`. */
function rewriteFunction(tokens: Token[], text: (token: Token) => string, base: string | null, resources: CssResources): string {
  const isSet = /set\($/i.test(unescapeCss(text(tokens[0]!)));
  if (!isSet) {
    const address = tokens.find((token) => token.type === is.String);
    return address ? inlined(unquoteString(text(address)), base, resources) : `url("${nothing}")`;
  }
  let within = 0;
  return tokens
    .map((token, index) => {
      if (token.type === is.Function && index > 0) within = /^(url|src)\($/i.test(unescapeCss(text(token))) ? 1 : 2;
      if (token.type === is.RightParenthesis) within = 0;
      if (token.type === is.Url) return inlined(unquoteUrl(text(token)), base, resources);
      if (token.type !== is.String || within === 2) return text(token);
      const address = inlined(unquoteString(text(token)), base, resources);
      return within === 1 ? address.slice('url('.length, -1) : address;
    })
    .join('');
}

function inlined(reference: string, base: string | null, resources: CssResources): string {
  const address = reference.trim();
  if (address.startsWith('#')) return `url("${escapeString(address)}")`;
  if (/^data:/i.test(address)) return `url("${escapeString(address)}")`;
  return `url("${escapeString(resources.inline(address, base) ?? nothing)}")`;
}

/** `@import` address, then `layer`, `supports(…)` and media queries (CSS Cascade 5, 2). */
function unfoldImport(
  tokens: Token[],
  text: (token: Token) => string,
  base: string | null,
  resources: CssResources,
  depth: number,
): string {
  const at = tokens.findIndex((token) => token.type === is.String || token.type === is.Url || token.type === is.Function);
  const address = tokens[at];
  if (!address || depth >= deepestImport) return '';
  const end = address.type === is.Function ? closingParenthesis(tokens, at) : at;
  const string = address.type === is.Function ? tokens.slice(at, end).find((token) => token.type === is.String) : address;
  const reference = address.type === is.Url ? unquoteUrl(text(address)) : string ? unquoteString(text(string)) : '';
  const sheet = resources.sheet(reference, base);
  if (!sheet) return '';
  const body = rewriteCss(sheet.css, sheet.base, resources, depth + 1);
  const wrappers = importConditions(
    tokens
      .slice(end + 1)
      .map(text)
      .join('')
      .trim(),
  );
  return `${wrappers.map((wrapper) => `${wrapper}{`).join('')}${body}${'}'.repeat(wrappers.length)}\n`;
}

export function importConditions(prelude: string): string[] {
  const wrappers: string[] = [];
  let rest = prelude
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/[{};]/g, '')
    .trim();
  const layer = /^layer(?:\(([^()]*)\))?(?=\s|$)/i.exec(rest);
  if (layer) {
    wrappers.push(`@layer ${layer[1] ?? ''}`.trim());
    rest = rest.slice(layer[0].length).trim();
  }
  const supports = /^supports\(((?:[^()]|\([^()]*\))*)\)/i.exec(rest);
  if (supports) {
    const condition = supports[1]!.trim();
    wrappers.unshift(`@supports ${/^\(|^not\b|^selector\(/i.test(condition) ? condition : `(${condition})`}`);
    rest = rest.slice(supports[0].length).trim();
  }
  if (rest) wrappers.unshift(`@media ${rest}`);
  return wrappers;
}

function statementEnd(tokens: Token[], start: number): number {
  let index = start;
  while (index < tokens.length - 1 && tokens[index]!.type !== is.Semicolon) index++;
  return index;
}

function closingParenthesis(tokens: Token[], start: number): number {
  let depth = 0;
  for (let index = start; index < tokens.length; index++) {
    const { type } = tokens[index]!;
    if (type === is.Function || type === is.LeftParenthesis) depth++;
    if (type === is.RightParenthesis && --depth === 0) return index;
  }
  return tokens.length - 1;
}

function unquoteUrl(token: string): string {
  return unescapeCss(token.replace(/^url\(\s*/i, '').replace(/\s*\)?$/, ''));
}

function unquoteString(token: string): string {
  const quote = token[0]!;
  return unescapeCss(token.slice(1, token.length > 1 && token.endsWith(quote) ? -1 : undefined));
}

/** CSS Syntax 3, 4.3.7 "Consume an escaped code point". */
function unescapeCss(value: string): string {
  return value.replace(/\\(?:([0-9a-f]{1,6})\s?|(\r\n|[\n\r\f])|([\s\S]))/gi, (_, hex?: string, line?: string, char?: string) => {
    if (hex) {
      const point = parseInt(hex, 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
    }
    return line ? '' : (char ?? '');
  });
}

function escapeString(value: string): string {
  return value
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/[\n\r\f]/g, (char) => `\\${char.charCodeAt(0).toString(16)} `);
}
