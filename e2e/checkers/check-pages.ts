import { jsonObject, rfc3339 } from './check-datapackage.ts';
import { reporter, type Finding } from './finding.ts';
import type { IndexLine } from './check-index.ts';
import type { ZipEntry } from './zip-entries.ts';

/** WACZ 1.1.1, "pages.jsonl": its head line, the fields of each page, and that the index leads to each. */
export function checkPages(entries: ZipEntry[], index: IndexLine[], findings: Finding[]): Record<string, unknown>[] {
  const files = entries.filter(({ name }) => name.startsWith('pages/') && !name.endsWith('/'));
  if (!files.some(({ name }) => name === 'pages/pages.jsonl')) reporter(findings, 'pages/pages.jsonl')('pages-missing', 'it must be there');
  return files.flatMap((file) => checkPageFile(file, index, findings));
}

function checkPageFile({ name, data }: ZipEntry, index: IndexLine[], findings: Finding[]): Record<string, unknown>[] {
  const report = reporter(findings, name);
  if (!name.endsWith('.jsonl')) {
    report('stray-file', 'only .jsonl files belong in pages/');
    return [];
  }
  const text = data.toString('utf8');
  if (Buffer.compare(Buffer.from(text), data) !== 0) report('pages-encoding', 'not UTF-8');
  const [first = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '');
  const head = jsonObject(Buffer.from(first), report);
  if (head && (head['format'] !== 'json-pages-1.0' || typeof head['id'] !== 'string'))
    report('pages-head', `the first line is ${first.slice(0, 120)}`);
  const pages = rest.map((line) => jsonObject(Buffer.from(line), report)).filter((page) => page !== null);
  for (const page of pages) {
    const { url, ts, size, id } = page;
    if (typeof url !== 'string' || !URL.canParse(url)) report('page-url', String(url));
    if (typeof ts !== 'string' || !rfc3339.test(ts)) report('page-date', `${String(ts)} of ${String(url)}`);
    if (size !== undefined && !(Number.isInteger(size) && Number(size) >= 0)) report('page-size', `${String(size)} of ${String(url)}`);
    for (const key of ['title', 'text', 'id'])
      if (page[key] !== undefined && typeof page[key] !== 'string') report('page-field', `${key} of ${String(url)} is not words`);
    if (id !== undefined && pages.filter((one) => one['id'] === id).length > 1) report('page-id', `${String(id)} stands twice`);
    const lines = index.filter((line) => line.url === url);
    if (lines.length === 0) report('page-not-indexed', String(url));
    if (!Date.parse(String(ts))) continue;
    const at = new Date(String(ts)).toISOString().replaceAll(/\D/g, '').slice(0, 14);
    if (lines.length > 0 && !lines.some((line) => line.ts.slice(0, 14) === at))
      report('page-date-elsewhere', `${String(url)} has no record of ${at}`);
  }
  return pages;
}
