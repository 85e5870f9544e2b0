import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { StagedCapture } from '#shared/model/capture.ts';
import type { PageMetadata } from '#shared/model/page-metadata.ts';
import { mhtmlToSnapshot } from '../snapshot/mhtml-to-snapshot.ts';
import type { Resource, UnresolvedResource } from '../snapshot/page-resources.ts';
import { readSnapshot } from '../snapshot/read-snapshot.ts';

/** What is derived from the page's bytes: its frozen form and what that says. */
export type StagedPage = {
  html: string;
  text: string;
  article: { start: number; end: number } | null;
  metadata: PageMetadata;
  /** How many resources are inside the snapshot. */
  inlined: number;
  unresolved: UnresolvedResource[];
  complaints: string[];
};

export async function readStagedPage(
  { folder, result }: StagedCapture,
  signal: AbortSignal,
): Promise<StagedPage> {
  const bytes = await readFile(join(folder, 'page.mhtml'), { signal });
  const extras: Resource[] = [];
  for (const { url, mediaType, name } of result.extras)
    extras.push({
      url,
      mediaType,
      charset: null,
      bytes: await readFile(join(folder, basename(name)), { signal }),
    });
  const frozen = mhtmlToSnapshot(bytes, { url: result.finalUrl, jsonLd: result.jsonLd, extras });
  const { text, article, metadata } = readSnapshot(frozen.html, frozen.metadata);
  const { html, used, unresolved, complaints } = frozen;
  return { html, text, article, metadata, inlined: used.length, unresolved, complaints };
}
