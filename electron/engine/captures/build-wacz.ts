import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { StagedCapture } from '#shared/model/capture.ts';
import { exchange as exchangeSchema, type Exchange } from '#shared/model/exchange.ts';
import { writeWacz } from '../warc/write-wacz.ts';
import { writeWarc } from '../warc/write-warc.ts';
import type { StagedPage } from './read-staged-page.ts';

/** The archive in staging, and what it was made of. */
export type BuiltWacz = { path: string; records: number; exchanges: Exchange[] };

/** Makes the web archive of a staged capture: every recorded exchange, and the page with its canonical text. */
export async function buildWacz(
  { folder, result }: StagedCapture,
  page: StagedPage,
  version: string,
  signal: AbortSignal,
): Promise<BuiltWacz> {
  const exchanges = await readExchanges(join(folder, basename(result.exchanges.name)));
  const warcPath = join(folder, 'data.warc.gz');
  const software = `Holdfast ${version}`;
  const { records, cdxj } = await writeWarc({ path: warcPath, exchanges, bodies: folder, info: warcInfo(software, result), signal });
  const path = join(folder, 'archive.wacz');
  const title = page.metadata.title?.value ?? result.title;
  const main = { id: randomUUID(), ...pageAnswer(exchanges, result), title, text: page.text };
  await writeWacz({ path, warcPath, cdxj, pages: [main], title, software, created: result.endedAt });
  return { path, records, exchanges };
}

function warcInfo(software: string, result: StagedCapture['result']): Record<string, string> {
  return {
    software: `${software} (Chromium ${result.software['chromium'] ?? ''})`,
    format: 'WARC File Format 1.1',
    conformsTo: 'http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
    'http-header-user-agent': result.userAgent,
    description: `Capture of ${result.requestedUrl}`,
    isPartOf: result.finalUrl,
  };
}

/**
 * The answer that brought the page, and when it was asked for: replay looks it up by both. A page may have given itself
 * another address since (`history.pushState`), at which no server ever answered.
 */
function pageAnswer(exchanges: readonly Exchange[], result: StagedCapture['result']): { url: string; ts: string } {
  const isAnswer = ({ response }: Exchange) => response !== null && (response.status < 300 || response.status >= 400);
  const answers = exchanges.filter((one) => one.resourceType === 'Document' && isAnswer(one));
  for (const url of [result.finalUrl, result.documentUrl ?? result.requestedUrl]) {
    const address = url.replace(/#.*$/, '');
    const answer = answers.findLast((one) => one.url === address);
    if (answer !== undefined) return { url, ts: answer.startedAt };
  }
  return { url: result.finalUrl, ts: result.startedAt };
}

async function readExchanges(path: string): Promise<Exchange[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line) => exchangeSchema.parse(JSON.parse(line)));
}
