import { parseCaptureUrl } from './capture-url.ts';
import { toErrorData, type ErrorData } from './errors.ts';

/** `csv`: cells between separators. `text`: one address a line, with the cells of a table pasted from a spreadsheet also understood. */
export type ListKind = 'text' | 'csv';

/** One address of a list: `url` as it stands there, `line` counted from 1. Either it has a host or it is refused. */
export type ListedUrl =
  { line: number; url: string; host: string; error: null } | { line: number; url: string; host: null; error: ErrorData };

/** Addresses longer than this are refused by the contract and by most servers. */
export const longestUrl = 8192;

/** What looks like an address, even one that will be refused; `Note: see below` does not. */
const looksLikeUrl = /^(?:[a-z][a-z0-9+.-]*:\/\/|(?:javascript|data|file|about|blob|mailto|view-source|chrome):|www\.)\S*$/i;

/**
 * The addresses of a pasted or imported list: one a line; of a line of cells, the first that looks like an address.
 * Blank lines, lines starting with `#` and a table's heading are passed over. Never throws: a refusal is part of the
 * answer. Pure.
 */
export function parseUrlList(text: string, kind: ListKind = 'text'): ListedUrl[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const separator = separatorOf(lines);
  return lines.flatMap((raw, index) => {
    const content = raw.trim();
    if (content === '' || content.startsWith('#')) return [];
    const url = kind === 'text' && !/\s/.test(content) && !content.startsWith('"') ? content : firstUrl(content, separator);
    // The heading of a table names its columns and is no address.
    if (url === null && kind === 'csv' && isFirst(lines, index)) return [];
    return [url === null ? noAddress(index + 1, content) : judge(index + 1, url)];
  });
}

function firstUrl(line: string, separator: string): string | null {
  const cells = cellsOf(line, separator);
  const cell = cells.find((one) => looksLikeUrl.test(one));
  if (cell !== undefined) return cell;
  // Words and an address in one line, as copied from a message.
  return line.split(/\s+/).find((word) => /^https?:\/\//i.test(word)) ?? null;
}

/** Cells of one line (RFC 4180 quoting), trimmed. A quoted cell that goes on over the line's end ends with it. */
function cellsOf(line: string, separator: string): string[] {
  const cell = new RegExp(`("(?:[^"]|"")*"?|[^${separator}]*)(?:${separator}|$)`, 'gy');
  const cells: string[] = [];
  for (const [whole, value = ''] of line.matchAll(cell)) {
    if (whole === '' && cells.length > 0) break;
    cells.push(value.startsWith('"') ? value.replace(/^"|"$/g, '').replaceAll('""', '"').trim() : value.trim());
  }
  return cells;
}

/** The separator that stands most often in the first line with content; addresses themselves hold commas. */
function separatorOf(lines: string[]): string {
  const first = lines.find((line) => line.trim() !== '' && !line.trim().startsWith('#')) ?? '';
  const count = (separator: string) => first.split(separator).length;
  return ['\t', ';', ','].reduce((best, one) => (count(one) > count(best) ? one : best));
}

function isFirst(lines: string[], index: number): boolean {
  return lines.slice(0, index).every((line) => line.trim() === '' || line.trim().startsWith('#'));
}

function judge(line: number, url: string): ListedUrl {
  if (url.length > longestUrl) return noAddress(line, url);
  try {
    return { line, url, host: parseCaptureUrl(url).hostname, error: null };
  } catch (error) {
    return { line, url, host: null, error: toErrorData(error) };
  }
}

/** The line itself, short enough to be told. */
function noAddress(line: number, content: string): ListedUrl {
  const url = content.length > 200 ? `${content.slice(0, 200)}…` : content;
  return { line, url, host: null, error: { code: 'url-invalid', facts: { url } } };
}
