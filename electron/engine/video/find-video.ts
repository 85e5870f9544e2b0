/** Whether a page holds a video worth fetching. Pure. */
import type { VideoSign } from '#shared/model/video.ts';
import { elementsOf, getAttribute, localName } from '../snapshot/html-tree.ts';
import type { HtmlDocument, HtmlElement } from '../snapshot/html-tree.ts';

/** `frames`: addresses of the frames inside; `jsonLd`: bodies of the page's JSON-LD blocks. */
export type PageToSearch = { document: HtmlDocument; url: string; frames: readonly string[]; jsonLd: readonly string[] };

/**
 * The signs a page bears, each once. Any one is enough to ask yt-dlp; a page without a sign is never asked about, so
 * that no second program visits a site for nothing. A sign is:
 * - `video-element`: a `<video>` in the page itself (not in a frame, where advertisements live) with a source or a
 *   stream, unless it is decoration: muted, looping, starting by itself and without controls;
 * - `open-graph`: `og:video`, `og:video:url` or `og:video:secure_url` (ogp.me, structured properties);
 * - `twitter-player`: `twitter:player` or `twitter:player:stream`;
 * - `json-ld`: a schema.org `VideoObject` anywhere in the JSON-LD;
 * - `embed`: a frame whose address is the player of a known video host;
 * - `address`: the page's own address is a video's page on such a host.
 */
export function findVideo({ document, url, frames, jsonLd }: PageToSearch): VideoSign[] {
  const signs = new Set<VideoSign>();
  const embeds = [...frames];
  for (const element of elementsOf(document)) {
    const name = localName(element);
    if (name === 'video' && isWorthFetching(element)) signs.add('video-element');
    else if (name === 'meta') noteMeta(element, signs);
    else if (name === 'iframe' || name === 'embed') embeds.push(getAttribute(element, 'src') ?? '');
  }
  if (jsonLd.some(holdsVideoObject)) signs.add('json-ld');
  if (embeds.some((address) => matches(address, url, players))) signs.add('embed');
  if (matches(url, url, videoPages)) signs.add('address');
  return [...signs];
}

/** A source that is a stream put together by script is a `blob:` address; it counts, its bytes are yt-dlp's business. */
function isWorthFetching(video: HtmlElement): boolean {
  const has = (name: string) => getAttribute(video, name) !== null;
  if (has('autoplay') && has('muted') && has('loop') && !has('controls')) return false;
  if (getAttribute(video, 'src')) return true;
  for (const element of elementsOf(video)) if (localName(element) === 'source' && getAttribute(element, 'src')) return true;
  return false;
}

function noteMeta(element: HtmlElement, signs: Set<VideoSign>): void {
  const name = (getAttribute(element, 'property') ?? getAttribute(element, 'name') ?? '').toLowerCase();
  if (!getAttribute(element, 'content')?.trim()) return;
  if (/^og:video(:(secure_)?url)?$/.test(name)) signs.add('open-graph');
  if (/^twitter:player(:stream)?$/.test(name)) signs.add('twitter-player');
}

/** By its type wherever it is nested; the block may be too broken to parse and still name it. */
function holdsVideoObject(block: string): boolean {
  return /"@type"\s*:\s*(\[[^\]]{0,500})?"(https?:\/\/schema\.org\/)?VideoObject"/.test(block);
}

type Place = { host: RegExp; path: RegExp };

/** Frames these hosts give out for embedding. */
const players: readonly Place[] = [
  { host: /(^|\.)youtube(-nocookie)?\.com$/, path: /^\/(embed|v)\// },
  { host: /^player\.vimeo\.com$/, path: /^\/video\// },
  { host: /(^|\.)dailymotion\.com$/, path: /^\/(embed|player)/ },
  { host: /^geo\.dailymotion\.com$/, path: /^\/player/ },
  { host: /(^|\.)facebook\.com$/, path: /^\/plugins\/video\.php$/ },
  { host: /(^|\.)tiktok\.com$/, path: /^\/(embed|player)\// },
  { host: /(^|\.)rumble\.com$/, path: /^\/embed\// },
  { host: /(^|\.)odysee\.com$/, path: /^\/(\$\/)?embed\// },
  { host: /(^|\.)ok\.ru$/, path: /^\/videoembed\// },
  { host: /(^|\.)(vk\.com|vkvideo\.ru)$/, path: /^\/video_ext\.php$/ },
  { host: /^rutube\.ru$/, path: /^\/play\/embed\// },
  { host: /(^|\.)streamable\.com$/, path: /^\/[eo]\// },
  { host: /^archive\.org$/, path: /^\/embed\// },
];

/** Pages on these hosts that are about one video. */
const videoPages: readonly Place[] = [
  { host: /(^|\.)youtube\.com$/, path: /^\/(watch|shorts\/|live\/)/ },
  { host: /^youtu\.be$/, path: /^\/[\w-]{6,}/ },
  { host: /^vimeo\.com$/, path: /^\/\d+/ },
  { host: /(^|\.)dailymotion\.com$/, path: /^\/video\// },
  { host: /(^|\.)facebook\.com$/, path: /^\/(watch|reel)\b|\/videos\// },
  { host: /(^|\.)instagram\.com$/, path: /^\/(reel|tv)\// },
  { host: /(^|\.)tiktok\.com$/, path: /^\/@[^/]+\/video\// },
  { host: /^rumble\.com$/, path: /^\/v[\w-]+/ },
  { host: /^(www\.)?bitchute\.com$/, path: /^\/video\// },
  { host: /(^|\.)ok\.ru$/, path: /^\/video\// },
  { host: /(^|\.)(vk\.com|vkvideo\.ru)$/, path: /^\/(video|clip)-?\d/ },
  { host: /^rutube\.ru$/, path: /^\/video\// },
];

function matches(address: string, base: string, places: readonly Place[]): boolean {
  const url = URL.parse(address, base);
  if (url === null || !/^https?:$/.test(url.protocol)) return false;
  return places.some(({ host, path }) => host.test(url.hostname) && path.test(url.pathname));
}
