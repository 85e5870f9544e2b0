import type { RedactionLogEntry, RedactionRegion } from '#shared/model/redactions.ts';
import type { CaseContext } from '../context.ts';
import { getText } from '../items/get-text.ts';
import { placedRanges, withheldRanges } from './redacted-words.ts';
import { keptRedactions, type KeptRedaction } from './redaction-rows.ts';

/**
 * The log of redactions, one line a copy, in the order they were made: what may be handed on with the copies. It holds no
 * words, and of withheld words neither place nor length, but which block of the text copy they are.
 */
export async function redactionLog(ctx: CaseContext): Promise<RedactionLogEntry[]> {
  const entries: RedactionLogEntry[] = [];
  for (const redaction of await keptRedactions(ctx)) entries.push(...(await logOf(ctx, redaction)));
  return entries;
}

async function logOf(ctx: CaseContext, redaction: KeptRedaction): Promise<RedactionLogEntry[]> {
  const { id, itemId, sha256, regions, createdAt, createdBy, copies } = redaction;
  const entries: RedactionLogEntry[] = [];
  for (const copy of copies) {
    const blocks = copy.mediaType === 'text/plain' ? await blocksOf(ctx, redaction, copy.parentFileId) : new Map<number, number>();
    entries.push({
      redactionId: id,
      itemId,
      withheldSha256: sha256,
      copySha256: copy.sha256,
      copyFileId: copy.id,
      name: copy.name,
      mediaType: copy.mediaType,
      tool: copy.tool,
      toolVersion: copy.toolVersion,
      regions: regions.map((region, index) => ({
        ...placeOf(region),
        block: blocks.get(index) ?? null,
        reason: region.reason,
        note: region.note,
      })),
      author: createdBy,
      at: createdAt,
      removed: copy.removed,
    });
  }
  return entries;
}

function placeOf(region: RedactionRegion): Pick<RedactionLogEntry['regions'][number], 'kind' | 'page' | 'area' | 'from' | 'to'> {
  const nowhere = { kind: region.kind, page: null, area: null, from: null, to: null };
  if (region.kind === 'words') return nowhere;
  return region.kind === 'sound' ? { ...nowhere, from: region.from, to: region.to } : { ...nowhere, page: region.page, area: region.area, from: region.from, to: region.to }; // prettier-ignore
}

/** The first block of each region in the copy of this text, from 1. */
async function blocksOf(ctx: CaseContext, redaction: KeptRedaction, textFileId: string | null): Promise<Map<number, number>> {
  const text = textFileId === null ? null : await getText(ctx, redaction.itemId, textFileId);
  if (text === null) return new Map();
  const ranges = withheldRanges(text, redaction);
  const blocks = new Map<number, number>();
  for (const { region, start } of placedRanges(text, redaction)) {
    const block = ranges.findIndex((range) => range.start <= start && start < range.end) + 1;
    if (block > 0) blocks.set(region, Math.min(blocks.get(region) ?? block, block));
  }
  return blocks;
}
