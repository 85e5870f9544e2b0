import { readFile } from 'node:fs/promises';
import { getSurt, postToGetUrl } from 'warcio';
import { headerOf, type Exchange } from '#shared/model/exchange.ts';
import type { WrittenRecord } from './write-record.ts';

/** Larger request bodies are no use as a key. */
const longestKey = 16_384;

/**
 * One line of a CDXJ index: SURT key, time to the second, and where the record is. A request with a body is indexed
 * under its address with the body in it, the form replay tools look for.
 */
export async function cdxjLine(
  exchange: Exchange,
  written: WrittenRecord,
  where: { filename: string; bodyPath: string | null },
): Promise<string> {
  const { response, method } = exchange;
  const keyed = { url: exchange.url, method, headers: new Map(exchange.request.headers), postData: '', requestBody: '' };
  if (method !== 'GET') {
    if (where.bodyPath !== null) keyed.postData = (await readFile(where.bodyPath)).toString('utf8').slice(0, longestKey);
    postToGetUrl(keyed, longestKey);
  }
  const fields = {
    url: exchange.url,
    mime: mimeOf(exchange),
    status: response?.status ?? 0,
    digest: written.digest,
    length: written.length,
    offset: written.offset,
    filename: where.filename,
    ...(method === 'GET' ? {} : { method, requestBody: keyed.requestBody }),
  };
  return `${getSurt(keyed.url)} ${exchange.startedAt.replaceAll(/\D/g, '').slice(0, 14)} ${JSON.stringify(fields)}`;
}

export function mimeOf({ response }: Exchange): string {
  const type = headerOf(response?.headers ?? [], 'content-type') ?? '';
  return type.split(';')[0]?.trim().toLowerCase() || 'application/octet-stream';
}

/** Lines in the order of their bytes, as a CDXJ index must be; each once. */
export function cdxjFile(lines: readonly string[]): string {
  const sorted = [...new Set(lines)].map((line) => Buffer.from(line, 'utf8')).sort((a, b) => Buffer.compare(a, b));
  return sorted.map((line) => `${line.toString('utf8')}\n`).join('');
}
