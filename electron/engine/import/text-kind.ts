import { decodeText } from '../text/decode-text.ts';
import { claimOf } from './claimed-type.ts';
import type { ContentKind } from './sniff-type.ts';

/** Control characters that no text has: all but tab, line ends, form feed and escape. */
const control = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** True when the first bytes of a file read as text in some encoding. */
export function isText(head: Uint8Array): boolean {
  const { text, from } = decodeText(evenly(head));
  return (from === 'bom' || from === 'zeros' || !head.includes(0)) && text !== '' && !control.test(text);
}

/** What kind of text it is, by how it begins; the name decides only between kinds that look alike. */
export function textKind(head: Uint8Array, extension: string): { kind: ContentKind; mediaType: string } {
  const start = decodeText(evenly(head)).text.replace(/^[\s\ufeff]+/, '');
  if (/^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*content-type:\s*multipart\/related/i.test(start.replaceAll('\r', '')))
    return { kind: 'mhtml', mediaType: 'multipart/related' };
  const markup = start.replace(/^(?:<\?[^>]*\?>|<!--[\s\S]*?-->|\s)+/, '');
  if (/^<!doctype\s+svg|^<svg[\s>]/i.test(markup)) return { kind: 'image', mediaType: 'image/svg+xml' };
  if (/^<html[^>]+xmlns/i.test(markup) && start.startsWith('<?xml')) return { kind: 'page', mediaType: 'application/xhtml+xml' };
  if (/^<!doctype\s+html|^<(html|head|body)[\s>]/i.test(markup)) return { kind: 'page', mediaType: 'text/html' };
  if (start.startsWith('<?xml')) return { kind: 'text', mediaType: claimedText(extension, /xml$/) ?? 'application/xml' };
  if (/^WEBVTT(?:[ \t\n\r]|$)/.test(start)) return { kind: 'text', mediaType: 'text/vtt' };
  if (/^\d+[ \t]*\r?\n\d+:\d\d:\d\d[,.]\d+ *-->/.test(start)) return { kind: 'text', mediaType: 'application/x-subrip' };
  if (start.startsWith('{\\rtf')) return { kind: 'other', mediaType: 'application/rtf' };
  if (start.startsWith('%!PS')) return { kind: 'other', mediaType: 'application/postscript' };
  const claim = claimOf(extension);
  if (claim?.kind === 'page' && /<[a-z][\s\S]*>/i.test(start)) return { kind: 'page', mediaType: claim.mediaType };
  return { kind: 'text', mediaType: claimedText(extension, /./) ?? 'text/plain' };
}

function claimedText(extension: string, like: RegExp): string | null {
  const claim = claimOf(extension);
  return claim?.kind === 'text' && like.test(claim.mediaType) ? claim.mediaType : null;
}

/** A head cut in the middle of a character must not look broken: drop the bytes of an unfinished UTF-8 sequence. */
function evenly(head: Uint8Array): Uint8Array {
  let end = head.length - (head.length % 2);
  for (let back = 1; back <= 4 && back <= head.length; back++) {
    const byte = head[head.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      if (needs > back) end = head.length - back;
      else end = head.length;
      break;
    }
  }
  return head.length < 64 * 1024 ? head : head.subarray(0, end);
}
