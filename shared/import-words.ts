/**
 * The one place that words what a capture or import remarks on: why an item is not whole (gaps), and what is worth knowing though
 * nothing is missing (warnings). English; other languages get tables of the same shape.
 */
const gaps = {
  'pdf-repaired': 'The PDF was damaged; what could be read was put together again. Pages may be missing.',
  'pdf-pages-unreadable': 'Pages that could not be read: {count}.',
  'image-damaged': 'The image is damaged or cut off.',
  'media-damaged': 'The recording is damaged or cut off: {problem}',
  'subtitles-unreadable': 'The subtitles inside the file could not be read.',
  'resources-not-in-snapshot': 'Parts of the page that could not be put into the frozen copy: {count}.',
  'resources-failed': 'Parts of the page that could not be loaded: {count}.',
  'screenshot-cut': 'The page is {pageHeight} pixels tall; the screenshot ends at {height}.',
  'screenshot-not-taken': 'There is no screenshot: the browser drew none in {seconds} seconds.',
  'print-not-taken': 'There is no print: the browser made none in {seconds} seconds.',
  'page-filled': 'The answer broke off before the browser could show the page, which was filled with what had come of it.',
  'load-unfinished': 'The page was still loading after {seconds} seconds and was taken as it was then.',
  'scroll-unfinished': 'The page goes on further than was scrolled; what loads late may be missing.',
  'size-limit': 'Parts left out or cut because the limit of {megabytes} MB was reached: {count}.',
  'bodies-cut': 'Answers that broke off or did not end in time: {count}.',
  'bodies-not-recorded': 'Answers whose content could not be recorded: {count}.',
  'video-helper-missing':
    'The page holds a video that was not fetched, because yt-dlp is not on this computer. Add it ({command}), or download it from github.com/yt-dlp/yt-dlp and choose it in the settings; then capture the page again.',
  'video-not-fetched': 'The video of the page was not fetched.',
  'video-not-fetched:failed':
    'The video of the page was not fetched: {problem} If the video plays in a browser, bring yt-dlp up to date and capture the page again.',
  'video-not-fetched:too-large':
    'The video of the page was not fetched, because it is larger than {megabytes} MB. Allow the capture more and capture the page again.',
  'video-not-fetched:too-slow':
    'The video of the page was not fetched, because it took longer than {seconds} seconds. Capture the page again.',
  'video-not-fetched:live':
    'The video of the page was not fetched, because it is being sent live. Capture the page again when it has ended.',
  'video-not-fetched:no-recording':
    'The video of the page was not fetched: what came is no video and no sound. Capture the page by hand while it plays.',
  'video-not-fetched:disk-full':
    'The video of the page was not fetched, because the disk is full. Free some space and capture the page again.',
  'video-not-fetched:cancelled': 'The video of the page was not fetched, because that was cancelled. Capture the page again to have it.',
  'video-not-fetched:helper-broken':
    'The video of the page was not fetched, because yt-dlp does not work: {problem}. See to it in the settings and capture the page again.',
  'video-only-first': 'The page holds {count} videos; the first was fetched. Capture the address of each of the others.',
  'video-parts-left': 'Files that came with the video and could not be kept: {count}.',
  'mhtml-damaged': 'The saved page is damaged or cut off.',
  'archive-no-page': 'No page was found in the archive; it is kept whole.',
  'archive-unreadable': 'The archive is damaged: {problem}. Only what could still be found in it was read.',
  'archive-records-bad': 'Records of the archive that are damaged or not what they state: {count}. The list of them is kept beside it.',
  'archive-package-wrong': 'Files inside the archive that do not have the hashes its own list states: {count}.',
  'archive-page-altered': 'The record this page was read from does not have the digest that it states.',
  'archive-resources-altered': 'Parts of the page whose records do not have the digest that they state: {count}.',
  'archive-page-other': 'The archived page is of the type {mediaType}; no frozen copy and no text were made of it.',
  'archive-page-unreadable': 'No frozen copy could be made of the archived page: {problem}.',
  'archive-page-cut': 'Whoever archived the page cut it off ({reason}).',
  'archive-page-scripts': 'The page builds its text with scripts, which a frozen copy does not run.',
} as const;
export type GapReason = keyof typeof gaps;

const warnings = {
  'no-text': 'It holds no text that can be marked; areas and times can.',
  'no-cover': 'Its first page could not be drawn.',
  'no-poster': 'No picture could be taken from it.',
  'no-thumbnail': 'No small picture could be made of it.',
  'extension-differs': 'Its name ends differently from what it is.',
  'too-large-for-text': 'It is too large for its text to be read; the file itself is kept whole.',
  'too-many-pixels': 'It has too many pixels for a small picture.',
  'sidecar-kept-with-it': 'The subtitles beside it were kept with it as its transcript.',
  'kept-as-transcript': 'Kept as the transcript of the recording beside it, not as a source of its own.',
  'sidecar-unreadable': 'Subtitles lie beside it, but could not be read.',
  'archive-unreadable': 'The archive is damaged; what could still be found in it was read.',
  'archive-records-bad': 'Some of its records are damaged or not what they state; the list of them is kept beside its pages.',
  'archive-package-wrong': 'Files inside it do not have the hashes that its own list states.',
  'archive-records-elsewhere': 'Some of its records only point to an earlier archive that is not part of it.',
  'archive-pages-missing': 'It lists pages that it does not hold.',
  'archive-pages-left': 'It holds more pages than are taken at once; import it again to take the next ones.',
  'archive-continued': 'Some of its pages were in the case already; the others were added.',
  'archive-no-page': 'No page was found in it; it is kept whole, as one document.',
  'encoding-guessed': 'Its characters were guessed from its letters; check names and accents.',
} as const;
export type ImportWarning = keyof typeof warnings;

/** Why an item is not whole, in words, by its `cause` where it has one; a reason this version has no words for is shown as it is. */
export function gapWords(gap: { reason: string; facts: Record<string, unknown> }): string {
  const words = gaps as Record<string, string>;
  const closer = typeof gap.facts['cause'] === 'string' ? words[`${gap.reason}:${gap.facts['cause']}`] : undefined;
  return fill(closer ?? words[gap.reason] ?? gap.reason, gap.facts);
}

/** A remark on an import, in words. */
export function warningWords(warning: string): string {
  return (warnings as Record<string, string>)[warning] ?? warning;
}

function fill(template: string, facts: Record<string, unknown>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? 'unknown'));
}
