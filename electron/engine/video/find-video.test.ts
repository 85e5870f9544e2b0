import { describe, expect, it } from 'vitest';
import { parseHtml } from '../snapshot/html-tree.ts';
import { findVideo } from './find-video.ts';

const signs = (
  html: string,
  { url = 'https://news.example/a', frames = [], jsonLd = [] }: { url?: string; frames?: string[]; jsonLd?: string[] } = {},
) => findVideo({ document: parseHtml(html), url, frames, jsonLd });

describe('signs of a video', () => {
  it.each([
    ['<video controls src="/a.mp4"></video>', ['video-element']],
    ['<video><source src="a.webm"></video>', ['video-element']],
    ['<video src="blob:https://x/1"></video>', ['video-element']],
    ['<video></video>', []],
    ['<video autoplay muted loop src="/sky.mp4"></video>', []],
    ['<video autoplay muted loop controls src="/sky.mp4"></video>', ['video-element']],
    ['<meta property="og:video" content="https://x/v.mp4">', ['open-graph']],
    ['<meta property="og:video:secure_url" content="https://x/v.mp4">', ['open-graph']],
    ['<meta property="og:video:width" content="640">', []],
    ['<meta property="og:video" content="">', []],
    ['<meta name="twitter:player" content="https://x/p">', ['twitter-player']],
    ['<iframe src="https://www.youtube-nocookie.com/embed/abc"></iframe>', ['embed']],
    ['<iframe src="https://www.youtube.com.evil.example/embed/abc"></iframe>', []],
    ['<iframe src="https://ads.example/frame"></iframe>', []],
    ['<p>youtube.com/embed/abc</p>', []],
  ])('%s', (html, expected) => {
    expect(signs(html)).toEqual(expected);
  });

  it('are read from JSON-LD, frames and the address too', () => {
    expect(signs('', { jsonLd: ['{"@graph":[{"@type":["Thing","VideoObject"]}]}'] })).toEqual(['json-ld']);
    expect(signs('', { jsonLd: ['{"@type":"NewsArticle","about":"VideoObject"}'] })).toEqual([]);
    expect(signs('', { frames: ['https://player.vimeo.com/video/1'] })).toEqual(['embed']);
    expect(signs('', { url: 'https://www.youtube.com/watch?v=x' })).toEqual(['address']);
    expect(signs('', { url: 'https://www.youtube.com/about' })).toEqual([]);
  });
});
