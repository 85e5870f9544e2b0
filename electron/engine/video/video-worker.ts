/** The entry of the video thread: looks for signs of a video in a page saved as MHTML, which is hostile and may be large. */
import { readFile } from 'node:fs/promises';
import type { VideoSign } from '#shared/model/video.ts';
import { decodeHtml } from '../snapshot/decode-html.ts';
import { parseHtml } from '../snapshot/html-tree.ts';
import { readMimeMessage } from '../snapshot/mime-message.ts';
import { answerTask } from '../worker/answer-task.ts';
import { findVideo } from './find-video.ts';

export type VideoTask = { path: string; url: string; jsonLd: string[] };

await answerTask<VideoTask, VideoSign[]>(async ({ path, url, jsonLd }) => {
  const { parts } = readMimeMessage(await readFile(path));
  const [page, ...others] = parts.filter(({ mediaType }) => /^(text\/html|application\/xhtml\+xml)$/.test(mediaType));
  const document = parseHtml(page === undefined ? '' : decodeHtml(page.bytes, page.charset).html);
  // Chromium rewrites the sources of frames to their parts; their addresses stand in the parts' headers.
  const frames = others.map(({ headers }) => headers.get('content-location') ?? '');
  return findVideo({ document, url, frames, jsonLd });
});
