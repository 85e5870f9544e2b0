import type { ContentKind } from './sniff-type.ts';

/** What a file's name says it is. */
export type Claim = { kind: ContentKind; mediaType: string };

const media = (mediaType: string): Claim => ({ kind: 'media', mediaType });
const image = (mediaType: string): Claim => ({ kind: 'image', mediaType });
const text = (mediaType: string): Claim => ({ kind: 'text', mediaType });

const claims: Record<string, Claim> = {
  pdf: { kind: 'pdf', mediaType: 'application/pdf' },
  mp4: media('video/mp4'), m4v: media('video/mp4'), mov: media('video/quicktime'), mkv: media('video/matroska'),
  webm: media('video/webm'), avi: media('video/vnd.avi'), mpg: media('video/mpeg'), mpeg: media('video/mpeg'),
  '3gp': media('video/3gpp'), wmv: media('video/x-ms-asf'), flv: media('video/x-flv'), ogv: media('video/ogg'),
  mp3: media('audio/mpeg'), m4a: media('audio/mp4'), aac: media('audio/aac'), wav: media('audio/wav'),
  ogg: media('audio/ogg'), oga: media('audio/ogg'), opus: media('audio/ogg'), flac: media('audio/flac'),
  wma: media('audio/x-ms-asf'), amr: media('audio/amr'), aif: media('audio/aiff'), aiff: media('audio/aiff'),
  jpg: image('image/jpeg'), jpeg: image('image/jpeg'), png: image('image/png'), gif: image('image/gif'),
  webp: image('image/webp'), avif: image('image/avif'), tif: image('image/tiff'), tiff: image('image/tiff'),
  heic: image('image/heic'), heif: image('image/heif'), bmp: image('image/bmp'), svg: image('image/svg+xml'),
  html: { kind: 'page', mediaType: 'text/html' }, htm: { kind: 'page', mediaType: 'text/html' },
  xhtml: { kind: 'page', mediaType: 'application/xhtml+xml' },
  mhtml: { kind: 'mhtml', mediaType: 'multipart/related' }, mht: { kind: 'mhtml', mediaType: 'multipart/related' },
  txt: text('text/plain'), md: text('text/markdown'), markdown: text('text/markdown'), csv: text('text/csv'),
  tsv: text('text/tab-separated-values'), json: text('application/json'), geojson: text('application/geo+json'),
  xml: text('application/xml'), srt: text('application/x-subrip'), vtt: text('text/vtt'), log: text('text/plain'),
  yaml: text('application/yaml'), yml: text('application/yaml'), ics: text('text/calendar'), vcf: text('text/vcard'),
  warc: { kind: 'archive', mediaType: 'application/warc' }, wacz: { kind: 'archive', mediaType: 'application/wacz+zip' },
  kml: text('application/vnd.google-earth.kml+xml'), gpx: text('application/gpx+xml'), eml: text('message/rfc822'),
}; // prettier-ignore

/** What an ending (with its dot, lower case) claims, or null when it claims nothing known. */
export function claimOf(extension: string): Claim | null {
  const name = extension.slice(1);
  return Object.hasOwn(claims, name) ? (claims[name] ?? null) : null;
}
