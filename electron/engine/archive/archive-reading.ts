/** From what was read of an archive to what an item is made of. */
import type { Facts } from '#shared/model/primitives.ts';
import { pageReading } from '../import/read-page.ts';
import { emptyReading, type DerivedFile, type Gap, type Reading } from '../import/reading.ts';
import type { ArchiveIndexed, ArchivePage } from './archive-model.ts';
import type { ArchivePageRead } from './freeze-archive-page.ts';

/** `version` of this program; `report`: the list of records, as kept beside every item of the archive. */
export type ArchiveTold = { indexed: ArchiveIndexed; report: Buffer; version: string };

/** One page of the archive. */
export function archivePageReading(told: ArchiveTold, page: ArchivePage, read: ArchivePageRead | { problem: string }): Reading {
  const { indexed, version } = told;
  const place = { place: page.place, pagesInArchive: indexed.pages.length };
  if (!('facts' in read)) {
    const reading = emptyReading('document');
    return {
      ...reading,
      gaps: [unreadable(read.problem), ...archiveGaps(indexed)],
      facts: facts(indexed, place),
      derived: [reportFile(told)],
    };
  }
  const reading = read.frozen === null ? emptyReading('document') : pageReading(read.frozen, version);
  return {
    ...reading,
    title: reading.title ?? read.title ?? read.url,
    source: reading.source ?? hostOf(read.url),
    sourceUrl: webAddress(read.url),
    facts: { ...reading.facts, ...facts(indexed, { ...read.facts, ...place }) },
    gaps: [...pageGaps(read), ...reading.gaps, ...archiveGaps(indexed)],
    derived: [...reading.derived, reportFile(told)],
  };
}

/** The archive as one document: it holds no page, or cannot be read. */
export function wholeArchiveReading(told: ArchiveTold): Reading {
  const { indexed } = told;
  return {
    ...emptyReading('document'),
    facts: facts(indexed, { place: 'whole', pagesInArchive: 0 }),
    gaps: [...(indexed.problem === null ? [{ reason: 'archive-no-page', facts: {} } as const] : []), ...archiveGaps(indexed)],
    derived: [reportFile(told)],
  };
}

function facts({ kind, facts: archive, bad }: ArchiveIndexed, page: Facts): Facts {
  return { archive: { kind, ...page, ...archive, badRecords: bad } };
}

function pageGaps({ frozen, problem, mediaType, altered, scripts, facts: said }: ArchivePageRead): Gap[] {
  const gaps: Gap[] = [];
  if (problem !== null) gaps.push(unreadable(problem));
  else if (frozen === null) gaps.push({ reason: 'archive-page-other', facts: { mediaType: mediaType || 'unknown' } });
  else if (frozen.text.trim() === '' && scripts) gaps.push({ reason: 'archive-page-scripts', facts: {} });
  if (altered.page) gaps.push({ reason: 'archive-page-altered', facts: {} });
  if (altered.resources > 0) gaps.push({ reason: 'archive-resources-altered', facts: { count: altered.resources } });
  if (typeof said['recordTruncated'] === 'string') gaps.push({ reason: 'archive-page-cut', facts: { reason: said['recordTruncated'] } });
  return gaps;
}

/** What is wrong with the original as a whole is told on everything made of it, as with any damaged file. */
function archiveGaps({ bad, packageWrong, problem }: ArchiveIndexed): Gap[] {
  return [
    ...(problem === null ? [] : [{ reason: 'archive-unreadable', facts: { problem } } as const]),
    ...(bad > 0 ? [{ reason: 'archive-records-bad', facts: { count: bad } } as const] : []),
    ...(packageWrong > 0 ? [{ reason: 'archive-package-wrong', facts: { count: packageWrong } } as const] : []),
  ];
}

function unreadable(problem: string): Gap {
  return { reason: 'archive-page-unreadable', facts: { problem } };
}

function reportFile({ report, version }: ArchiveTold): DerivedFile {
  const tool = { name: 'holdfast-archive', version, parameters: { step: 'check-records' } };
  return { key: 'report', role: 'report', suffix: '.archive-records.json', mediaType: 'application/json', tool, bytes: report };
}

function webAddress(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed.href : null;
}

function hostOf(url: string): string | null {
  return URL.parse(url)?.hostname.replace(/^www\./, '') || null;
}
