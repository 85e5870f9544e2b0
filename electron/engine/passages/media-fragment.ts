import type { z } from 'zod';
import type { areaBox, Selector, timeRange } from '#shared/model/passages.ts';

type Area = z.infer<typeof areaBox>;
type TimeRange = z.infer<typeof timeRange>;

type FragmentSelector = Extract<Selector, { type: 'FragmentSelector' }>;

/**
 * RFC 8118 section 3: `page=N` counts from 1. It obsoletes RFC 3778, which the Web Annotation Data Model names and
 * passages of before cite; both mean the same page.
 */
export function pageFragment(page: number): FragmentSelector {
  return { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc8118', value: `page=${page}` };
}

/** Media Fragments URI 1.0, sections 4.2.1 (`t=` in normal play time, seconds) and 4.2.2 (`xywh=percent:`). */
export function mediaFragment({ time, area }: { time?: TimeRange | undefined; area?: Area | undefined }): FragmentSelector {
  const parts: string[] = [];
  if (time !== undefined) parts.push(`t=${seconds(time.from)},${seconds(time.to)}`);
  if (area !== undefined) parts.push(`xywh=percent:${[area.x, area.y, area.width, area.height].map(decimal).join(',')}`);
  return {
    type: 'FragmentSelector',
    conformsTo: 'http://www.w3.org/TR/media-frags/',
    value: parts.join('&'),
  };
}

/** At most six decimals: frames of 29.97 a second begin between milliseconds, and a cut one would name the frame before. */
function seconds(value: number): string {
  return (Math.round(value * 1e6) / 1e6).toFixed(6).replace(/\.?0+$/, '');
}

/** At most three decimals: a millisecond, or a fifth of a pixel on the largest pictures. Never an exponent. */
function decimal(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
