import type { CaptureResult } from '#shared/model/capture.ts';
import type { Facts } from '#shared/model/primitives.ts';
import type { StagedPage } from './read-staged-page.ts';

type Gap = CaptureResult['gaps'][number];

/** What the capture found out about page and transport, for the person. The whole of it is in the provenance record. */
export function captureFacts(result: CaptureResult, page: StagedPage): Facts {
  const facts: Facts = {
    requestedUrl: result.requestedUrl,
    finalUrl: result.finalUrl,
    status: result.status,
    redirects: result.redirects.length,
    startedAt: result.startedAt,
    endedAt: result.endedAt,
    utcOffsetMinutes: result.utcOffsetMinutes,
    remoteAddress: result.remoteAddress,
    serverDate: result.clockEvidence[0]?.serverDate ?? null,
    resourcesKept: result.resources.kept,
    resourcesFailed: result.resources.failed.length,
    resourcesBlocked: result.resources.blocked.length,
    certificateIssuer: oneLine(result.certificates[0]?.issuer),
    certificateSubject: oneLine(result.certificates[0]?.subject),
  };
  if (result.handsOn !== undefined) Object.assign(facts, { keptByHand: true, addressShown: result.handsOn.addressShown });
  for (const [name, statement] of Object.entries(page.metadata))
    if (statement !== null) facts[name] = typeof statement === 'string' ? statement : statement.value;
  return facts;
}

/** Why the item is not the whole page, each reason once. */
export function captureGaps(result: CaptureResult, page: StagedPage): Gap[] {
  const gaps = [...result.gaps];
  const failed = new Set(result.resources.failed.map((one) => one.url));
  const { asked } = result.resources;
  // A style sheet names fonts and pictures that this page had no use for; what the browser never asked for is not missing.
  const isUnasked = (one: { url: string; usedBy: string }) => one.usedBy === 'style' && asked !== undefined && !asked.includes(one.url);
  // A video and its subtitles that were fetched by their addresses lie beside the snapshot.
  const fetched = new Set(result.files.map(({ toolParameters }) => toolParameters['address']));
  const unkept = page.unresolved.filter((one) => !failed.has(one.url) && !isUnasked(one) && !fetched.has(one.url));
  if (unkept.length > 0) gaps.push({ reason: 'resources-not-in-snapshot', facts: { count: unkept.length } });
  return gaps;
}

function oneLine(name: string | undefined): string | null {
  return name?.replaceAll('\n', ', ') ?? null;
}
