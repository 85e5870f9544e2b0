import type { Answer, SitePage } from './site-types.ts';

/** An HTML answer in UTF-8. */
export const html = (body: string, { title = 'Test page', head = '', lang = 'en', dir = 'ltr', status = 200 } = {}): Answer =>
  bytes(
    `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`,
    'text/html; charset=utf-8',
    status,
  );

/** An answer that is the same each time. */
export const bytes =
  (body: string | Buffer, type: string, status = 200): Answer =>
  ({ response }) =>
    void response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body);

export const script = (code: string): Answer => bytes(code, 'text/javascript; charset=utf-8');
export const css = (rules: string): Answer => bytes(rules, 'text/css; charset=utf-8');
export const json = (value: unknown): Answer => bytes(JSON.stringify(value), 'application/json');

export const redirect =
  (status: 301 | 302 | 303 | 307 | 308, to: string): Answer =>
  ({ response }) =>
    void response.writeHead(status, { location: to }).end();

/** A page's facts with the usual ones filled in. */
export const page = (url: string, text: string[], rest: Partial<Omit<SitePage, 'url' | 'text'>> = {}): SitePage => ({
  url,
  text,
  images: 0,
  asks: [],
  fails: [],
  ...rest,
});
