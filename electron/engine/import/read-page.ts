import type { Facts } from '#shared/model/primitives.ts';
import type { FrozenPage } from '../snapshot/frozen-page.ts';
import { readPageFile, type PageReading } from '../snapshot/read-page-file.ts';
import type { SnapshotReading } from '../snapshot/read-snapshot.ts';
import { emptyReading, type Gap, type Reading, type ReadingJob } from './reading.ts';

/** A saved page is parsed in memory; one larger than this is a data dump and is kept without a snapshot. */
const MOST_BYTES = 128 * 1024 * 1024;
const MOST_NAMED = 20;

type PageJob = Pick<ReadingJob, 'found' | 'received' | 'sniffed' | 'ctx' | 'signal'>;

/**
 * A saved page, HTML or MHTML: frozen into one static file that runs nothing and asks for nothing, with the canonical
 * text walked from it. What an HTML file shows from beside it (`page_files/`) goes into the snapshot; what lies on the
 * web stays out and is named as a gap.
 * @throws HoldfastError file-damaged
 */
export async function readPage(job: PageJob): Promise<Reading> {
  if (job.received.size > MOST_BYTES) return { ...emptyReading('document'), warnings: ['too-large-for-text'] };
  return pageReading(await freeze(job), job.ctx.settings.version);
}

/** A frozen page as what an item is made of: the snapshot, the text walked from it, what the page says about itself. */
export function pageReading(frozen: PageReading, version: string): Reading {
  const reading = emptyReading('web');
  const { text, article, metadata } = frozen;
  const url = webAddress(frozen.url);
  const tool = (step: string, parameters: Facts) => ({
    name: 'holdfast-snapshot',
    version,
    parameters: { step, ...parameters },
  });
  const hasText = text.trim() !== '';
  return {
    ...reading,
    title: metadata.title?.value ?? null,
    source: metadata.siteName?.value ?? (url === null ? null : new URL(url).hostname.replace(/^www\./, '')),
    sourceUrl: url,
    language: metadata.language?.value ?? null,
    facts: { page: pageFacts(metadata, frozen) },
    gaps: gapsOf(frozen),
    warnings: hasText ? [] : ['no-text'],
    derived: [
      {
        key: 'snapshot',
        role: 'snapshot',
        suffix: '.snapshot.html',
        mediaType: 'text/html',
        bytes: frozen.html,
        tool: tool('freeze', { inlined: frozen.used.length, unresolved: frozen.unresolved.length }),
      },
    ],
    text: hasText ? { text, map: { kind: 'snapshot', article }, tool: tool('text', {}), parent: 'snapshot' } : null,
  };
}

function freeze({ received: { path }, found, sniffed, signal }: PageJob): Promise<PageReading> {
  if (sniffed.kind === 'mhtml') return readPageFile({ format: 'mhtml', path, url: null, jsonLd: [], extras: [] }, signal);
  return readPageFile({ format: 'html', path, beside: found.path }, signal);
}

function pageFacts(metadata: SnapshotReading['metadata'], { url, charset, used, unresolved }: FrozenPage): Facts {
  const statements = Object.entries(metadata).flatMap(([name, said]): [string, string][] =>
    said === null ? [] : [[name, typeof said === 'string' ? said : said.value]],
  );
  return { savedFrom: url, charset, resourcesKept: used.length, resourcesMissing: unresolved.length, ...Object.fromEntries(statements) };
}

function gapsOf({ unresolved, complaints }: FrozenPage): Gap[] {
  return [
    ...(complaints.length > 0 ? [{ reason: 'mhtml-damaged', facts: { complaints } } as const] : []),
    ...(unresolved.length > 0
      ? [
          {
            reason: 'resources-not-in-snapshot',
            facts: { count: unresolved.length, addresses: unresolved.slice(0, MOST_NAMED).map(({ url }) => url.slice(0, 500)) },
          } as const,
        ]
      : []),
  ];
}

/** Only an address on the web is a source; a saved file may also name the folder it was saved in. */
function webAddress(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url);
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed.href : null;
}
