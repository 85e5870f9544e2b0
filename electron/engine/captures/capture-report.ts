import type { CaptureResult } from '#shared/model/capture.ts';
import { wholeAgain, type Exchange } from '#shared/model/exchange.ts';
import type { CaptureReport } from '#shared/model/capture-report.ts';
import type { BuiltWacz } from './build-wacz.ts';
import type { StagedPage } from './read-staged-page.ts';

const mostTold = 200;

/** What a person should know before leaning on a capture. `warnings` are ids, worded in `shared/capture-words.ts`. Pure. */
export function captureReport(result: CaptureResult, page: StagedPage, { exchanges }: Pick<BuiltWacz, 'exchanges'>): CaptureReport {
  const whole = wholeAgain(exchanges);
  const cut = exchanges.filter(({ url, response }) => response !== null && response.truncated !== null && !whole.has(url));
  const text = compareText(result.live.text, page.text);
  const report = {
    resources: {
      exchanges: exchanges.length,
      kept: exchanges.filter(({ response }) => response !== null).length,
      failed: result.resources.failed.slice(0, mostTold),
      blocked: result.resources.blocked.slice(0, mostTold),
      cut: cut.slice(0, mostTold).map(({ url, response }) => ({ url, reason: response?.truncated ?? '' })),
      notRecorded: notRecorded(result, exchanges).slice(0, mostTold),
      withheld: result.exchanges.redactions.length,
    },
    text,
    images: { live: result.live.images, inSnapshot: page.html.match(/<img\b[^>]*\ssrc="data:/gi)?.length ?? 0 },
    videos: result.live.videos,
  };
  const warnings = warningsOf(report, result);
  return { format: 'holdfast-capture-report/1', verdict: verdictOf(warnings), warnings, ...report };
}

/** Addresses the browser fetched of which the recorder has no exchange: the archive does not hold them. */
function notRecorded({ resources, exchanges: { redactions } }: CaptureResult, exchanges: readonly Exchange[]): string[] {
  const hasMarks = redactions.some(({ where }) => where === 'url');
  if (hasMarks) return [];
  const known = new Set(exchanges.map(({ url }) => url));
  return (resources.asked ?? []).filter((url) => !known.has(url.replace(/#.*$/, '')));
}

/** Words of the live page that stand in the snapshot's text as well, as a share from 0 to 1. */
function compareText(live: string, kept: string): CaptureReport['text'] {
  const keptWords = wordsOf(kept);
  const left = countOf(keptWords);
  let shared = 0;
  let total = 0;
  for (const word of wordsOf(live)) {
    total++;
    const count = left.get(word) ?? 0;
    if (count > 0) {
      shared++;
      left.set(word, count - 1);
    }
  }
  return { liveWords: total, keptWords: keptWords.length, share: total === 0 ? 1 : shared / total };
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

type Measured = Pick<CaptureReport, 'resources' | 'text' | 'images' | 'videos'>;

function warningsOf({ resources, text, images, videos }: Measured, result: CaptureResult): CaptureReport['warnings'] {
  const warnings: CaptureReport['warnings'] = [];
  const add = (id: string, facts: Record<string, string | number> = {}) => warnings.push({ id, facts });
  if (text.share < 0.9) add('text-differs', { percent: Math.floor(text.share * 100) });
  if (text.liveWords < 20) add('little-text', { words: text.liveWords });
  if (images.inSnapshot < images.live) add('images-missing', { live: images.live, kept: images.inSnapshot });
  if (resources.failed.length > 0) add('parts-failed', { count: resources.failed.length });
  if (resources.cut.length > 0) add('parts-cut', { count: resources.cut.length });
  if (resources.notRecorded.length > 0) add('not-recorded', { count: resources.notRecorded.length });
  if (result.gaps.some(({ reason }) => reason === 'load-unfinished')) add('load-unfinished');
  if (result.gaps.some(({ reason }) => reason === 'scroll-unfinished')) add('scroll-unfinished');
  if (result.exchanges.socketMessages > 0) add('sockets', { count: result.exchanges.socketMessages });
  if (videos > 0 && !result.files.some(({ role }) => role === 'video')) add('video-not-kept', { count: videos });
  if (result.trust?.consented === true) add('certificate-accepted', { problem: result.trust.problem ?? '' });
  return warnings;
}

/** Words or pictures that a reader would miss make a capture poor; parts nobody may miss make it fair. */
function verdictOf(warnings: CaptureReport['warnings']): CaptureReport['verdict'] {
  const poor = ['text-differs', 'images-missing', 'load-unfinished'];
  if (warnings.some(({ id }) => poor.includes(id))) return 'poor';
  return warnings.length > 0 ? 'fair' : 'good';
}
