/** Which records are pages. A WACZ says so itself; for a bare WARC there is a rule. */
import type Database from 'better-sqlite3';
import type { Json } from '#shared/model/primitives.ts';
import type { IndexedPage, IndexWriter } from './archive-index.ts';
import type { ArchivePage } from './archive-model.ts';
import { RecordFinder } from './find-record.ts';
import { addressKey, timeOf } from './header-fields.ts';
import type { WaczZip } from './wacz-zip.ts';

const PAGE_LIST = /^pages\/[^/]+\.jsonl$/;
/** A line can carry the whole text of its page. */
const MOST_LINE = 64 * 1024 * 1024;
const MOST_LISTED = 1_000_000;

/** Takes down every page the WACZ lists (WACZ 1.1.1, 5.2.3): `pages.jsonl` first, then the extra ones. */
export async function readPageLists(zip: WaczZip, index: IndexWriter): Promise<number> {
  const names = [...zip.entries.keys()].filter((name) => PAGE_LIST.test(name));
  names.sort((a, b) => Number(b === 'pages/pages.jsonl') - Number(a === 'pages/pages.jsonl') || (a < b ? -1 : 1));
  let count = 0;
  for (const name of names)
    for await (const line of lines(() => zip.open(zip.entries.get(name)!))) {
      const page = pageOf(line, name);
      if (page !== null && count++ < MOST_LISTED) index.addPage(page);
    }
  return count;
}

async function* lines(open: () => Promise<AsyncIterable<unknown>>): AsyncGenerator<string> {
  let held: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of (await open()) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
        if (length <= MOST_LINE) yield Buffer.concat([...held, chunk.subarray(from, end)]).toString('utf8');
        [held, length, from] = [[], 0, end + 1];
      }
      length += chunk.length - from;
      if (length <= MOST_LINE) held.push(chunk.subarray(from));
      else held = [];
    }
  } catch {
    return; // Damage inside the zip is told where its files are hashed; lines before it count.
  }
  if (length <= MOST_LINE) yield Buffer.concat(held).toString('utf8');
}

function pageOf(line: string, listed: string): Omit<IndexedPage, 'id'> | null {
  let said: Json;
  try {
    said = JSON.parse(line) as Json;
  } catch {
    return null;
  }
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return null;
  const { url, ts, title } = said;
  if (typeof url !== 'string' || !/^https?:/i.test(url)) return null;
  const stated = typeof ts === 'string' || typeof ts === 'number' ? String(ts).slice(0, 100) : null;
  return {
    url: url.slice(0, 16_384),
    key: addressKey(url),
    time: typeof ts === 'number' ? ts : timeOf(stated),
    stated,
    title: typeof title === 'string' && title.trim() !== '' ? title.trim().slice(0, 1000) : null,
    listed,
    record: null,
  };
}

/** Browsertrix and its kin write a `urn:pageinfo:URL` record for each page they visited. */
const pageInfo = `INSERT INTO page (url, key, time, stated, title, listed)
  SELECT substr(url, 14), substr(url, 14), time, date, NULL, 'urn:pageinfo' FROM record
  WHERE url LIKE 'urn:pageinfo:http%' AND type IN ('resource', 'metadata') ORDER BY id`;

/**
 * For a WARC without any list, a page is: an answer to a GET of http or https with a success status and HTML in it that
 * no request asked for as something else. Asked for as something else: `Sec-Fetch-Dest` names another place than
 * `document`; `X-Requested-With: XMLHttpRequest`; a crawler's `hopsFromSeed` ends in E (embedded) or X (guessed from a
 * script), redirects aside. A request that says nothing of this counts as one for a page: better one source too many
 * than a page nobody sees. The same bytes at the same address are one page; later ones are counted as seen again.
 */
const byRule = `INSERT INTO page (url, key, time, stated, title, listed, record)
  SELECT url, key, time, date, NULL, 'rule', id FROM record
  WHERE type = 'response' AND status BETWEEN 200 AND 299 AND whole = 1 AND mime IN ('text/html', 'application/xhtml+xml')
    AND url LIKE 'http%' AND COALESCE(method, 'GET') = 'GET' AND script = 0 AND COALESCE(dest, 'document') = 'document'
    AND COALESCE(rtrim(hops, 'R'), '') NOT LIKE '%E' AND COALESCE(rtrim(hops, 'R'), '') NOT LIKE '%X'
  ORDER BY id`;

/** Where no list was read: the crawler's own notes, else the rule. */
export function choosePages(raw: Database.Database): void {
  for (const source of [pageInfo, byRule]) {
    const { count } = raw.prepare('SELECT count(*) AS count FROM page').get() as { count: number };
    if (count === 0) raw.exec(source);
  }
}

export type ResolvedPages = { pages: ArchivePage[]; listed: number; without: IndexedPage[]; again: number };

/** Gives each listed page its record. Pages that share one (an address with several fragments) are one. */
export function resolvePages(raw: Database.Database): ResolvedPages {
  const finder = new RecordFinder(raw);
  const settle = raw.prepare('UPDATE page SET record = ? WHERE id = ?');
  const outcome: ResolvedPages = { pages: [], listed: 0, without: [], again: 0 };
  const taken = new Set<number | string>();
  for (const page of raw.prepare('SELECT * FROM page ORDER BY id').all() as IndexedPage[]) {
    outcome.listed += 1;
    const time = page.time ?? 0;
    const answer = page.record === null ? finder.find(page.url, time) : finder.answer(finder.byId(page.record)!);
    if (answer === null) {
      outcome.without.push(page);
      continue;
    }
    const { record } = answer;
    const same = page.listed === 'rule' && record.digest !== null ? `${record.key} ${record.digest}` : record.id;
    if (taken.has(same)) {
      outcome.again += 1;
      continue;
    }
    taken.add(same);
    settle.run(record.id, page.id);
    const part = finder.partOf(record);
    outcome.pages.push({ record: record.id, place: `${part.name}:${record.offset - part.start}` });
  }
  return outcome;
}
