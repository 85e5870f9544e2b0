import { z } from 'zod';
import { archivedUrl, type ReplayArchive, type ReplayPage } from '#shared/model/replay.ts';
import type { ArchivedAddress } from './replay-address.ts';
import { momentOf } from './replay-address.ts';

/** More pages than a person scrolls through; the rest is reached by links. */
const MOST_PAGES = 5000;

/** A page as wabac tells it: from a WACZ's pages.jsonl, or found while reading a WARC. */
const toldPage = z.object({
  url: archivedUrl,
  title: z.unknown().optional(),
  ts: z.unknown().optional(),
  date: z.unknown().optional(),
});
const told = z.object({ pages: z.array(z.unknown()), total: z.unknown().optional() });

/** What an archive names as its pages. Everything in it was written by others; what is no page is left out. */
export function readPages(answer: unknown): ReplayArchive {
  const parsed = told.safeParse(answer);
  if (!parsed.success) return { pages: [], total: 0 };
  const pages = parsed.data.pages.slice(0, MOST_PAGES).flatMap(readPage);
  const total = Number(parsed.data.total);
  return { pages, total: Number.isSafeInteger(total) && total > pages.length ? total : Math.max(pages.length, parsed.data.pages.length) };
}

function readPage(entry: unknown): ReplayPage[] {
  const parsed = toldPage.safeParse(entry);
  if (!parsed.success) return [];
  const { url, title, ts, date } = parsed.data;
  const at = momentIn(ts) ?? momentIn(date);
  if (at === null) return [];
  return [{ url, at, title: typeof title === 'string' ? title.slice(0, 1000) : '' }];
}

function momentIn(value: unknown): string | null {
  if (typeof value === 'string' && /^\d+$/.test(value)) return momentOf(value);
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const moment = new Date(value);
  const year = moment.getUTCFullYear();
  return Number.isNaN(moment.getTime()) || year < 1 || year > 9999 ? null : moment.toISOString();
}

/**
 * The page to begin with: the one asked for, at the capture nearest to the moment asked for; else the first the archive
 * names. An address the archive does not name is asked for all the same. Null when there is nothing to ask for.
 */
export function choosePage(pages: readonly ReplayPage[], asked: ReplayPage | Omit<ReplayPage, 'title'> | null): ArchivedAddress | null {
  if (asked === null) return pages[0] ?? null;
  const same = pages.filter((page) => plain(page.url) === plain(asked.url));
  const nearest = closest(
    same.map((page) => page.at),
    asked.at,
  );
  return same.find((page) => page.at === nearest) ?? { url: asked.url, at: asked.at };
}

/** The moment of a list nearest to one; null when the list is empty. */
export function closest(moments: readonly string[], at: string): string | null {
  const distance = (moment: string) => Math.abs(Date.parse(moment) - Date.parse(at));
  return moments.reduce<string | null>((best, moment) => (best === null || distance(moment) < distance(best) ? moment : best), null);
}

/** Without what does not name another page. */
function plain(url: string): string {
  return url.replace(/#.*$/, '');
}
