import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { gapKinds, needsAnalysis, type Gap, type GapKind } from '#shared/model/gaps.ts';
import type { CaseContext } from '../context.ts';
import { analysedIncidents, countUnsettled, openContradictions, singleOrigins, unsettled, type Analysed } from './analysis-gaps.ts';
import { lostPassages } from './lost-passages.ts';
import { countRecordGaps, isRecordGap, recordGaps } from './record-gaps.ts';

type Page = { limit: number; offset: number };

/** Kinds of gap, counted, with the first few of each. The incidents are analysed once for all kinds that ask for it, and only for those. */
export async function listGaps(ctx: CaseContext, input: ParsedInput<'gaps.list'>): Promise<CallOutput<'gaps.list'>> {
  const wanted = gapKinds.filter((kind) => input.kinds === undefined || input.kinds.includes(kind));
  const analysed = wanted.some(needsAnalysis) ? await analysedIncidents(ctx) : [];
  const kinds: CallOutput<'gaps.list'>['kinds'] = [];
  for (const kind of wanted) {
    const { rows, total } = await gapsOf(ctx, kind, { limit: input.first, offset: 0 }, async () => analysed);
    const count = kind === 'contradiction unsettled' ? countUnsettled(analysed) : total;
    kinds.push({ kind, count, first: rows });
  }
  return { kinds };
}

/** A page of one kind. */
export async function listGapRows(ctx: CaseContext, { kind, ...page }: ParsedInput<'gaps.rows'>): Promise<CallOutput<'gaps.rows'>> {
  return gapsOf(ctx, kind, page, () => analysedIncidents(ctx));
}

async function gapsOf(
  ctx: CaseContext,
  kind: GapKind,
  page: Page,
  analyse: () => Promise<Analysed[]>,
): Promise<{ rows: Gap[]; total: number }> {
  if (isRecordGap(kind)) return { rows: await recordGaps(ctx, kind, page), total: await countRecordGaps(ctx, kind) };
  if (kind === 'contradiction unsettled') {
    const analysed = await analyse();
    return { rows: await unsettled(ctx, analysed, page), total: openContradictions(analysed).length };
  }
  const all = kind === 'passage lost' ? await lostPassages(ctx) : singleOrigins(await analyse());
  return { rows: all.slice(page.offset, page.offset + page.limit), total: all.length };
}
