import { decodeHtml } from '#engine/snapshot/decode-html.ts';
import { parseContentType } from '#engine/snapshot/mime-message.ts';
import { headerOf, type HeaderPairs } from '#shared/model/exchange.ts';
import type { AttachedPage } from './attach-page.ts';
import { openWorld } from './page-world.ts';

/** HTML is drawn from its body on; other documents have none. */
const isDrawn = 'document.documentElement !== null && (document.body !== null || !(document instanceof HTMLDocument))';

/**
 * When an answer breaks off, Chromium stops its parser, which may not have begun with what had come by then. A document
 * without a root or a body is never drawn, and whoever asks for its picture waits for ever. It is given what was recorded
 * of its answer, read to the end as the parser would have. True when that was needed.
 */
export async function fillEmptyPage({ tools, frameId, main, recorder }: AttachedPage): Promise<boolean> {
  const world = await openWorld(tools, frameId);
  if (await world.evaluate<boolean>(isDrawn)) return false;
  const answer = await recorder.answerTo(main.current?.requestId ?? '');
  await tools.send('Page.setDocumentContent', { frameId, html: answer === null ? '' : asHtml(answer.bytes, answer.headers) });
  return true;
}

/** What is no HTML is shown as text, as Chromium does, or not at all. Pure. */
export function asHtml(bytes: Uint8Array, headers: HeaderPairs): string {
  const { mediaType, parameters } = parseContentType(headerOf(headers, 'content-type') ?? 'text/html');
  const { html: text } = decodeHtml(bytes, parameters.get('charset'));
  if (/html|xml/.test(mediaType)) return text;
  if (!/^text\/|json|javascript/.test(mediaType)) return '';
  return `<pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;
}
