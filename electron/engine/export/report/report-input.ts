import type { ExportedClaim } from '#shared/model/case-file.ts';
import type { Gathered } from '../gather-case.ts';
import type { ReportPicture } from './pictures/picture-plan.ts';

/** Numbers by which a court can name things: E-001 an exhibit, E-001.1 a passage in it, C-001 a claim. By their ids. */
export type Numbers = { items: ReadonlyMap<string, string>; passages: ReadonlyMap<string, string>; claims: ReadonlyMap<string, string> };

/** A seal as the report tells of it: entries 1 to `treeSize` are under it. `file` is its path in the bag. */
export type ReportSeal = {
  treeSize: number;
  at: string;
  rootHash: string;
  keyId: string;
  reason: string;
  file: string | null;
  tokens: readonly ReportToken[];
};
/** An RFC 3161 token over a seal; `at` is the authority's time and `problem` why there is none. */
export type ReportToken = { authority: string; state: string; at: string | null; file: string | null; problem: string | null };

/** What happens to pictures of items marked graphic. */
export type GraphicPictures = 'left-out' | 'shown';

/** Everything the report is made from. It depends on the case alone, not on when or where it is made. */
export type ReportInput = {
  gathered: Gathered;
  /** The claims of `gathered` by their ids. */
  claims: ReadonlyMap<string, ExportedClaim>;
  numbers: Numbers;
  seals: readonly ReportSeal[];
  /** By the id of the passage. */
  pictures: ReadonlyMap<string, ReportPicture>;
  graphic: GraphicPictures;
  /** Time of the last journal entry the report knows. */
  asOf: string;
};
