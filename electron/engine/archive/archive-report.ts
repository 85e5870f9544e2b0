import type { BadRecords } from './bad-records.ts';
import type { ResolvedPages } from './list-pages.ts';
import type { PackageCheck } from './wacz-package.ts';
import type { WarcInfo } from './warc-info.ts';

type Told = {
  kind: string;
  check: PackageCheck | null;
  problem: string | null;
  info: WarcInfo;
  bad: BadRecords;
  resolved: ResolvedPages;
};

/** The list kept beside each item of an archive. It depends on the archive's bytes alone, so that all its items share one. */
export function archiveReport({ kind, check, problem, info, bad, resolved }: Told): string {
  const report = {
    format: 'holdfast-archive-records/1',
    archive: kind,
    problem,
    records: { byType: Object.fromEntries(info.types), digests: info.digests, packedAsOne: info.packedAsOne },
    package:
      check === null
        ? null
        : {
            checked: check.checked,
            wrong: check.wrong,
            doubled: check.doubled,
            unlisted: check.unlisted,
            digest: check.digest,
            signed: check.signed,
          },
    pages: { listed: resolved.listed, found: resolved.pages.length, withoutRecord: resolved.without.length, sameAgain: resolved.again },
    bad: { counts: Object.fromEntries(bad.counts), records: bad.detailed, leftOut: bad.leftOut() },
    note: 'Offsets are in bytes from the start of the named part; of a part packed as one, from the start of its unpacked bytes. Payload digests were taken over the payload as stored and, where it is chunked, without the chunk framing; either counts. Files under `doubled` have the hash that js-wacz states by mistake: each 64 KiB of the file taken twice.',
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
