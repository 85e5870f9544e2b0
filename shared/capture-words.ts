/** What a capture report warns of, in words: once, for the window, the report and the command line. */
const warnings = {
  'text-differs': 'Only {percent} % of the words that the live page showed are in the frozen copy.',
  'little-text': 'The page showed hardly any text ({words} words). It may be a consent wall, a login or an empty shell.',
  'images-missing': 'The live page showed {live} pictures; the frozen copy holds {kept}.',
  'parts-failed': 'Parts that the site did not deliver: {count}.',
  'parts-cut': 'Answers that are in the archive only in part: {count}.',
  'not-recorded': 'Addresses the browser fetched that are not in the archive: {count}.',
  'load-unfinished': 'The page was still loading when its time was over.',
  'scroll-unfinished': 'The page goes on further than was scrolled.',
  sockets: 'Messages over live connections (WebSocket), which an archive cannot hold: {count}.',
  'video-not-kept': 'Videos on the page that were not kept as files of their own: {count}.',
  'certificate-accepted': 'The certificate did not verify ({problem}) and was accepted by hand.',
} as const;

export function captureWarningWords({ id, facts }: { id: string; facts: Record<string, string | number> }): string {
  const template = (warnings as Record<string, string>)[id] ?? id;
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? 'unknown'));
}
