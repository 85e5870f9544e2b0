import { decodeQuotedPrintable, parseContentType } from '#engine/snapshot/mime-message.ts';
import { cleanText, type Withholding } from './clean-text.ts';

export type RedactedMhtml = { bytes: Buffer; names: string[] };

/**
 * A page in MHTML (RFC 2557) without what is to be withheld: in the headers of the message and of its parts, and in the
 * text parts, decoded first, because quoted-printable breaks a value over lines. A part in which nothing is withheld
 * keeps its bytes, and so does every binary one. Pure.
 */
export function redactMhtml(given: Buffer, withholding: Withholding): RedactedMhtml {
  const names: string[] = [];
  const text = given.toString('latin1');
  const head = headOf(text);
  const boundary = parseContentType(fieldOf(head, 'content-type')).parameters.get('boundary');
  if (boundary === undefined) {
    const clean = cleanText(text, withholding);
    return { bytes: Buffer.from(clean.text, 'latin1'), names: clean.names };
  }
  const mark = `--${boundary}`;
  const pieces = text.split(new RegExp(`(?<=\\n)(?=${mark.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')}(?:--)?\\r?\\n?)`));
  const clean = pieces.map((piece, index) => redactPiece(piece, index === 0, withholding, names));
  return { bytes: Buffer.from(clean.join(''), 'latin1'), names };
}

/** The message's own head with what stands before its first part, or one part from its boundary on. */
function redactPiece(piece: string, isMessage: boolean, withholding: Withholding, names: string[]): string {
  const head = headOf(piece);
  const body = piece.slice(head.length);
  const cleanHead = redactHead(head, withholding, names);
  if (isMessage) return cleanHead + body;
  const encoding = fieldOf(head, 'content-transfer-encoding').trim().toLowerCase();
  const { mediaType } = parseContentType(fieldOf(head, 'content-type'));
  if (encoding === 'base64') return cleanHead + redactBase64(body, mediaType, withholding, names);
  if (encoding !== 'quoted-printable' && !isText(mediaType)) return cleanHead + body;
  const bytes = encoding === 'quoted-printable' ? decodeQuotedPrintable(Buffer.from(body, 'latin1')) : Buffer.from(body, 'latin1');
  const clean = cleanText(bytes.toString('latin1'), withholding);
  if (clean.names.length === 0) return cleanHead + body;
  names.push(...clean.names);
  return cleanHead + (encoding === 'quoted-printable' ? encodeQuotedPrintable(clean.text) : clean.text);
}

function redactBase64(body: string, mediaType: string, withholding: Withholding, names: string[]): string {
  if (!isText(mediaType)) return body;
  const clean = cleanText(Buffer.from(body, 'base64').toString('latin1'), withholding);
  if (clean.names.length === 0) return body;
  names.push(...clean.names);
  const lines =
    Buffer.from(clean.text, 'latin1')
      .toString('base64')
      .match(/.{1,76}/g) ?? [];
  return `${lines.join('\r\n')}\r\n`;
}

/** Folded lines are put together first (RFC 5322 section 2.2.3), encoded words decoded (RFC 2047). */
function redactHead(head: string, withholding: Withholding, names: string[]): string {
  const clean = head.replace(/^[^\r\n]+(?:\r?\n[ \t][^\r\n]*)*/gm, (field) => {
    const unfolded = field.replace(/\r?\n[ \t]+/g, ' ');
    const decoded = decodeWords(unfolded);
    const found = cleanText(decoded, withholding);
    if (found.names.length === 0) return field;
    names.push(...found.names);
    if (decoded === unfolded) return found.text;
    const colon = found.text.indexOf(':') + 1;
    const value = Buffer.from(found.text.slice(colon).trim(), 'latin1').toString('base64');
    return `${found.text.slice(0, colon)} =?utf-8?B?${value}?=`;
  });
  return clean;
}

function decodeWords(field: string): string {
  const joined = field.replace(/(\?=)\s+(=\?)/g, '$1$2');
  return joined.replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
    kind.toLowerCase() === 'b'
      ? Buffer.from(word, 'base64').toString('latin1')
      : decodeQuotedPrintable(Buffer.from(word.replaceAll('_', ' '), 'latin1')).toString('latin1'),
  );
}

/** RFC 2045 section 6.7: no line over 76 characters, line ends as they are. */
function encodeQuotedPrintable(text: string): string {
  return text.split('\r\n').map(encodeLine).join('\r\n');
}

function encodeLine(line: string): string {
  let out = '';
  let length = 0;
  for (let at = 0; at < line.length; at++) {
    const character = line[at]!;
    const isPlain = /[!-<>-~]/.test(character) || (/[\t ]/.test(character) && at < line.length - 1);
    const code = isPlain ? character : `=${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
    if (length + code.length > 75) {
      out += '=\r\n';
      length = 0;
    }
    out += code;
    length += code.length;
  }
  return out;
}

function isText(mediaType: string): boolean {
  return /^text\/|json|javascript|xml/.test(mediaType);
}

/** Up to and with the empty line. */
function headOf(text: string): string {
  const end = /\r?\n\r?\n/.exec(text);
  return end === null ? text : text.slice(0, end.index + end[0].length);
}

function fieldOf(head: string, name: string): string {
  return new RegExp(`^${name}:[ \\t]*([^\\r\\n]*(?:\\r?\\n[ \\t][^\\r\\n]*)*)`, 'im').exec(head)?.[1]?.replace(/\r?\n[ \t]+/g, ' ') ?? '';
}
