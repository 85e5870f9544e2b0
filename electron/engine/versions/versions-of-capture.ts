import type { CaptureResult } from '#shared/model/capture.ts';
import { noteRemovalText } from '../absences/record-absence.ts';
import { removalWords } from '../absences/removal-text.ts';
import type { CaseContext } from '../context.ts';
import type { KeptBeside } from '../items/keep-item.ts';
import { addressesOf, latestAt } from './item-addresses.ts';
import { linkToEarlier } from './link-versions.ts';

/**
 * What is kept beside a captured page: its link to the newest earlier capture of the same address (`web-address.ts`
 * says which are the same; where it was asked for and where it ended up both count), and a note when it reads like a
 * notice of its own removal.
 */
export async function versionsOfCapture(ctx: CaseContext, result: CaptureResult, text: string): Promise<KeptBeside[]> {
  const earlier = await latestAt(ctx.read, addressesOf([result.requestedUrl, result.finalUrl]));
  // An answer that is no page by its status is told by its status.
  const isPage = result.status >= 200 && result.status < 300;
  const earlierLength = earlier === null ? null : await lengthOf(ctx, earlier.id);
  const said = isPage ? removalWords({ title: result.title, text, earlierLength }) : null;
  const answer = {
    askedUrl: result.requestedUrl,
    finalUrl: result.finalUrl,
    at: result.endedAt,
    status: result.status,
    responseHeaders: result.responseHeaders,
    remoteAddress: result.remoteAddress,
    serverDate: result.clockEvidence[0]?.serverDate ?? null,
  };
  return [
    ...(earlier === null ? [] : [linkToEarlier(ctx, earlier)]),
    ...(said === null ? [] : [noteRemovalText(ctx, answer, said, earlier?.id ?? null)]),
  ];
}

async function lengthOf(ctx: CaseContext, itemId: string): Promise<number | null> {
  const row = await ctx.read.selectFrom('canonicalText').select('length').where('itemId', '=', itemId).executeTakeFirst();
  return row?.length ?? null;
}
