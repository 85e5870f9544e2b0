import { checkDatapackage } from './check-datapackage.ts';
import { checkIndexes, type IndexLine } from './check-index.ts';
import { checkPages } from './check-pages.ts';
import { checkWarc } from './check-warc.ts';
import { reporter, type Finding } from './finding.ts';
import type { WarcRecord } from './warc-records.ts';
import { checkWithTools, zipEntries, type ZipEntry } from './zip-entries.ts';

/** What a WACZ holds, beside what is wrong with it. */
export type WaczReport = {
  findings: Finding[];
  entries: ZipEntry[];
  /** By the name under `archive/`. */
  records: Map<string, WarcRecord[]>;
  index: IndexLine[];
  pages: Record<string, unknown>[];
};

/**
 * Everything wrong with a WACZ by its standard (WACZ 1.1.1, specs.webrecorder.net/wacz/1.1.1), its WARC files by theirs,
 * and its zip by Info-ZIP and Python.
 */
export async function checkWacz(path: string): Promise<WaczReport> {
  const findings: Finding[] = [];
  const report = reporter(findings, 'zip');
  const nothing = { findings, entries: [], records: new Map<string, WarcRecord[]>(), index: [], pages: [] };
  if (!path.endsWith('.wacz')) report('extension', path);
  let entries: ZipEntry[];
  try {
    entries = await zipEntries(path);
  } catch (error) {
    report('zip-unreadable', String(error));
    return nothing;
  }
  await checkWithTools(path, entries, findings);
  checkLayout(entries, findings);
  const manifest = checkDatapackage(entries, findings);
  const records = new Map<string, WarcRecord[]>();
  for (const { name, data } of entries.filter((entry) => entry.name.startsWith('archive/') && /\.warc(\.gz)?$/.test(entry.name))) {
    const warc = await checkWarc(data, name);
    findings.push(...warc.findings);
    records.set(name.slice('archive/'.length), warc.records);
  }
  const index = checkIndexes(entries, records, findings);
  const pages = checkPages(entries, index, findings);
  const main = manifest?.['mainPageUrl'];
  if (main !== undefined && !pages.some(({ url }) => url === main)) reporter(findings, 'datapackage.json')('main-page', String(main));
  return { findings, entries, records, index, pages };
}

function checkLayout(entries: ZipEntry[], findings: Finding[]): void {
  const report = reporter(findings, 'zip');
  const names = entries.map(({ name }) => name);
  if (new Set(names).size !== names.length) report('zip-names', 'two entries have one name');
  if (!names.some((name) => /^archive\/[^/]+\.warc(\.gz)?$/.test(name))) report('archive-missing', 'there is no WARC file');
  for (const { name, method, data } of entries) {
    const here = reporter(findings, name);
    if (name.startsWith('/') || name.split(/[/\\]/).includes('..')) here('zip-names', 'leads out of the archive');
    if (/^archive\/./.test(name) && !/^archive\/[^/]+\.warc(\.gz)?$/.test(name)) here('stray-file', 'only WARC files belong in archive/');
    const gzipped = data[0] === 0x1f && data[1] === 0x8b;
    if (name.startsWith('archive/') && gzipped !== name.endsWith('.gz')) here('extension', 'gzip and its extension go together');
    if (method !== 0 && (name.startsWith('archive/') || gzipped)) here('not-stored', `method ${method}; it must be stored as it is`);
  }
}
