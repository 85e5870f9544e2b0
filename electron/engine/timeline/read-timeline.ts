import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { timelineKinds, type TimelineView } from '#shared/model/timeline.ts';
import type { CaseContext } from '../context.ts';
import { datedThings } from './dated-things.ts';
import { nameEntries } from './name-entries.ts';
import { extentOf, lanesOf, placeInTime, within, type Window } from './place-in-time.ts';
import { scopeOf } from './scope.ts';

type Filter = Pick<ParsedInput<'timeline.rows'>, 'incidentId' | 'partyId' | 'kinds'>;

/** A window of the case's time, lane by lane. Removed things are not on it; undated ones are counted. */
export async function readTimeline(ctx: CaseContext, input: ParsedInput<'timeline.list'>): Promise<TimelineView> {
  const { dated, undated } = placeInTime(await gather(ctx, input));
  const extent = extentOf(dated);
  const window = windowOf(input, extent);
  const lanes = window === null ? [] : lanesOf(dated, window, input);
  return {
    window,
    extent,
    lanes: await Promise.all(lanes.map(async (lane) => ({ ...lane, entries: await nameEntries(ctx, lane.entries) }))),
    dated: dated.length,
    undated: undated.length,
  };
}

/** The same things as a list, a page at a time. */
export async function listTimeline(ctx: CaseContext, input: ParsedInput<'timeline.rows'>): Promise<CallOutput<'timeline.rows'>> {
  const { dated, undated } = placeInTime(await gather(ctx, input));
  const { limit, offset, from = -Infinity, to = Infinity } = input;
  const rows = input.dated ? within(dated, { from, to }) : undated;
  return { rows: await nameEntries(ctx, rows.slice(offset, offset + limit)), total: rows.length };
}

async function gather(ctx: CaseContext, { kinds, ...filter }: Filter) {
  const wanted = timelineKinds.filter((kind) => kinds === undefined || kinds.includes(kind));
  return datedThings(ctx, await scopeOf(ctx.read, filter), wanted);
}

/** What was asked for; a side left out is that of the extent. */
function windowOf({ from, to }: ParsedInput<'timeline.list'>, extent: Window | null): Window | null {
  const start = from ?? extent?.from;
  const end = to ?? extent?.to;
  return start === undefined || end === undefined ? null : { from: Math.min(start, end), to: Math.max(start, end) };
}
