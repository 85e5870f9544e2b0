/** What an importer says about a file after looking into its bytes; `keep-reading.ts` makes an item of it. */
import type { GapReason, ImportWarning } from '#shared/import-words.ts';
import type { FileRole, ItemType, TextMap } from '#shared/model/items.ts';
import type { Facts } from '#shared/model/primitives.ts';
import type { CaseContext } from '../context.ts';
import type { StagedBlob } from '../store/keep-stream.ts';
import type { FoundFile } from './walk-paths.ts';
import type { ReceivedFile } from './receive-file.ts';
import type { SniffedType } from './sniff-type.ts';

export type Tool = { name: string; version: string; parameters: Facts };

/** A file made from the original. `suffix` follows the original's safe name. */
export type DerivedFile = { key: string; role: FileRole; suffix: string; mediaType: string; tool: Tool; parent?: string } & (
  { bytes: Uint8Array | string } | { stagedPath: string }
);

/** A file received beside the original, as it lay on disk. */
export type CompanionFile = { key: string; role: FileRole; found: FoundFile; staged: StagedBlob; mediaType: string };

export type Reading = {
  type: ItemType;
  title: string | null;
  source: string | null;
  sourceUrl: string | null;
  language: string | null;
  facts: Facts;
  /** Why the item is not whole. */
  gaps: Gap[];
  /** Worth telling, though nothing is missing. */
  warnings: ImportWarning[];
  companions: CompanionFile[];
  derived: DerivedFile[];
  /** `tool` says how the words were taken from the bytes; `parent` is the file they were taken from. */
  text: { text: string; map: TextMap; tool: Tool; parent?: string } | null;
};

export type Gap = { reason: GapReason; facts: Facts };
/** What an importer works on: bytes in staging, never the person's own file. */
export type ReadingJob = {
  ctx: CaseContext;
  found: FoundFile;
  received: ReceivedFile;
  sniffed: SniffedType;
  signal: AbortSignal;
  /** Paths in staging that must not outlive this file's import, however it ends. */
  leftovers: string[];
};

export function emptyReading(type: ItemType): Reading {
  return {
    type,
    title: null,
    source: null,
    sourceUrl: null,
    language: null,
    facts: {},
    gaps: [],
    warnings: [],
    companions: [],
    derived: [],
    text: null,
  };
}
