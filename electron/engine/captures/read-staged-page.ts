import { basename, join } from 'node:path';
import type { StagedCapture } from '#shared/model/capture.ts';
import type { PageMetadata } from '#shared/model/page-metadata.ts';
import type { UnresolvedResource } from '../snapshot/page-resources.ts';
import { readPageFile } from '../snapshot/read-page-file.ts';

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

/** @throws HoldfastError file-damaged, helper-timeout, helper-failed; AbortError */
export async function readStagedPage({ folder, result }: StagedCapture, signal: AbortSignal): Promise<StagedPage> {
  const extras = result.extras.map(({ url, mediaType, name }) => ({ url, mediaType, path: join(folder, basename(name)) }));
  const { used, ...page } = await readPageFile(
    { format: 'mhtml', path: join(folder, 'page.mhtml'), url: result.finalUrl, jsonLd: result.jsonLd, extras },
    signal,
  );
  return { ...page, inlined: used.length };
}
