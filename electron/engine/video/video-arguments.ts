import type { VideoLimits } from '#shared/model/video.ts';

/** `ffmpeg`: its path where there is one; without it only formats that are one file can be had. */
export type FetchPlan = { url: string; ffmpeg: string | null; limits: VideoLimits };

/**
 * yt-dlp's arguments: ours alone, whatever the person's own configuration says, and the address last, behind `--`, so
 * that it is never read as an option. All of them exist in 2023.03.04 and later. Pure.
 */
export function videoArguments({ url, ffmpeg, limits }: FetchPlan): string[] {
  return [
    '--ignore-config', '--no-exec', '--no-cache-dir', '--no-cookies', '--no-cookies-from-browser', '--no-mark-watched',
    // One video: that of the page, not the list it stands in.
    '--no-playlist', '--playlist-items', '1', '--match-filters', '!is_live & !is_upcoming',
    // As the site gives it: no invented place of origin, no repaired or rewritten file, no video with holes.
    '--no-geo-bypass', '--fixup', 'never', '--abort-on-unavailable-fragments', '--no-sponsorblock',
    '--format', ffmpeg === null ? 'b' : 'bv*+ba/b',
    ...(ffmpeg === null ? [] : ['--ffmpeg-location', ffmpeg]),
    '--downloader', 'native', '--no-continue', '--no-mtime', '--retries', '3', '--fragment-retries', '3', '--extractor-retries', '1',
    '--socket-timeout', '20', '--max-filesize', String(limits.sizeLimitBytes), '--proxy', limits.proxy ?? '',
    '--write-info-json', '--no-write-playlist-metafiles', '--no-write-comments', '--no-write-thumbnail',
    '--write-subs', '--sub-langs', 'all,-live_chat', '--sub-format', 'vtt/srt/best',
    '--no-progress', '--no-colors', '--output', 'media.%(ext)s',
    '--', url,
  ]; // prettier-ignore
}
