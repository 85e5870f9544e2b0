/** Why a video was not fetched, as gaps: `cause` picks the words in shared/import-words.ts. Pure. */
import { HoldfastError, type ErrorData } from '#shared/errors.ts';
import type { CaptureResult } from '#shared/model/capture.ts';
import type { Facts, Json } from '#shared/model/primitives.ts';
import type { VideoHelper, VideoLimits } from '#shared/model/video.ts';
import type { HelperOutcome } from './run-helper.ts';

type Gap = CaptureResult['gaps'][number];

function notFetched(cause: string, facts: Facts): Gap {
  return { reason: 'video-not-fetched', facts: { cause, ...facts } };
}

const megabytes = (bytes: number) => Math.max(1, Math.round(bytes / 1024 ** 2));

export const videoFailure = {
  ofHelper(helper: Exclude<VideoHelper, { state: 'ready' }>): Gap {
    if (helper.state === 'missing') return { reason: 'video-helper-missing', facts: { command: helper.command } };
    return notFetched('helper-broken', { problem: helper.problem });
  },

  tooLarge(limit: number): HoldfastError {
    return new HoldfastError('url-too-large', { url: null, megabytes: megabytes(limit) });
  },

  ofError({ code, facts }: ErrorData): Gap {
    if (code === 'url-too-large') return notFetched('too-large', { megabytes: facts['megabytes'] ?? null });
    if (code === 'helper-timeout') return notFetched('too-slow', { seconds: facts['seconds'] ?? null });
    if (code === 'disk-full') return notFetched('disk-full', {});
    return notFetched('failed', { problem: String(facts['problem'] ?? facts['message'] ?? code).slice(0, 300) });
  },

  /** yt-dlp ended, and there is no video: by its own words, which are English and meant for its users. */
  ofOutcome({ out, err }: HelperOutcome, limits: VideoLimits, left: readonly string[] = []): Gap {
    if (/larger than max-filesize/.test(out)) return notFetched('too-large', { megabytes: megabytes(limits.sizeLimitBytes) });
    if (/does not pass filter/.test(out)) return notFetched('live', {});
    if (left.includes('not-a-recording') || left.includes('not-a-file')) return notFetched('no-recording', {});
    return notFetched('failed', { problem: lastWords(err) || 'it gave no video and no reason' });
  },

  /** The video is there; what beside it is not. */
  ofRest(info: { [key: string]: Json } | null, left: readonly string[]): Gap[] {
    const count = info?.['playlist_count'] ?? info?.['n_entries'];
    const more = typeof count === 'number' && count > 1 ? [{ reason: 'video-only-first', facts: { count } }] : [];
    return left.length === 0 ? more : [...more, { reason: 'video-parts-left', facts: { count: left.length } }];
  },
};

/** The last error line, without what yt-dlp says to its own users about reporting it, on one line. */
function lastWords(err: string): string {
  const lines = err.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const line = lines.findLast((one) => /^ERROR:/.test(one)) ?? lines.at(-1) ?? '';
  return line
    .replace(/^ERROR:\s*/, '')
    .replace(/;? please report this issue on .*$/, '')
    .replace(/\p{Cc}\[[\d;]*m/gu, '')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
}
