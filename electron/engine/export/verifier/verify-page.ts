/** verify.html: one page with no dependencies, put together from the plain sources in `page/`, the same bytes each time. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** Parts of the script, each after those it builds on; the last starts it. */
export const pageParts = [
  'bytes',
  'sha-constants',
  'sha256',
  'sha512',
  'ed25519',
  'canonical-json',
  'merkle',
  'zip-reader',
  'read-file',
  'case-files',
  'tasks',
  'pool',
  'journal-facts',
  'check-bag',
  'check-journal',
  'check-seals',
  'check-items',
  'check-passages',
  'check-claims',
  'check-case-file',
  'elements',
  'finding-words',
  'summary',
  'limits',
  'report-view',
  'page',
] as const;

/** Where the sources lie: beside this file, or beside the built engine. */
function sources(): URL {
  const here = import.meta.url;
  return here.endsWith('.ts') ? new URL('./page/', here) : new URL('../engine/verify-page/', here);
}

/** The page as it goes into every case file of this version. */
export async function verifyPage(): Promise<string> {
  const read = async (name: string) => (await readFile(new URL(name, sources()), 'utf8')).replace(/\r\n/g, '\n');
  const parts = await Promise.all(pageParts.map(async (name) => partText(name, await read(`${name}.js`))));
  const program = `'use strict';\n${parts.join('')}`;
  const style = await read('page.css');
  const template = await read('page.html');
  const values: Record<string, string> = { program, style, policy: policy(`\n${program}`, `\n${style}`) };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

/** A module without what ties modules together: in the page they all stand in one. */
function partText(name: string, source: string): string {
  const body = source.replace(/^import [^;]*;\n/gm, '').replace(/^export /gm, '');
  if (/<\/script|<!--/i.test(body)) throw new Error(`${name}.js would end the script of the page`);
  return `\n// ---- ${name}.js ----\n\n${body.trim()}\n`;
}

/** Nothing may be loaded or reached, and nothing may run but the one script and the one style. */
function policy(program: string, style: string): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src ${hash(program)}`,
    `style-src ${hash(style)}`,
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
