import chardet from 'chardet';
import iconv from 'iconv-lite';

/** `from`: how the charset was told; `confidence` 0-100 where it was guessed. */
export type DecodedText = { text: string; charset: string; from: 'bom' | 'utf-8' | 'zeros' | 'guess'; confidence: number | null };

/** Enough to tell an encoding by its letters; guessing over a whole book takes seconds. */
const GUESS_BYTES = 256 * 1024;

/** What the web reads under these names (Encoding standard, 4.2): the Windows set, which holds the same letters and more. */
const supersets: Record<string, string> = {
  'iso-8859-1': 'windows-1252', ascii: 'windows-1252', 'iso-8859-9': 'windows-1254', 'iso-8859-8': 'windows-1255', 'iso-8859-8-i': 'windows-1255',
}; // prettier-ignore

/**
 * Bytes as text: byte order mark, then valid UTF-8, then UTF-16 told by its zero bytes, then a guess from the letters.
 * The mark is dropped. Never throws: what cannot be decoded becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = byteOrderMark(buffer);
  if (marked !== null) return decoded(buffer, marked, 'bom', null);
  const zeros = utf16ByZeros(buffer);
  if (zeros !== null) return decoded(buffer, zeros, 'zeros', null);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(buffer), charset: 'utf-8', from: 'utf-8', confidence: null };
  } catch {
    // Not UTF-8: a legacy charset, told by which letters the bytes would be.
    return guess(buffer);
  }
}

/** Line ends as LF; nothing else is touched. */
export function normaliseLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function guess(buffer: Buffer): DecodedText {
  const best = chardet.analyse(buffer.subarray(0, GUESS_BYTES)).find(({ name }) => iconv.encodingExists(name) && !/^utf-/i.test(name));
  const name = best?.name.toLowerCase() ?? 'windows-1252';
  return decoded(buffer, supersets[name] ?? name, 'guess', best?.confidence ?? 0);
}

function decoded(buffer: Buffer, charset: string, from: DecodedText['from'], confidence: number | null): DecodedText {
  return { text: iconv.decode(buffer, charset), charset, from, confidence };
}

function byteOrderMark(buffer: Buffer): string | null {
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) return 'utf-8';
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return 'utf-16le';
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: every other byte is zero in the line ends, spaces and digits of any language. */
function utf16ByZeros(buffer: Buffer): string | null {
  const head = buffer.subarray(0, 4096);
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i % 2]!++;
  const [even = 0, odd = 0] = zeros;
  const many = Math.max(2, head.length * 0.05);
  if (odd >= many && even === 0) return 'utf-16le';
  if (even >= many && odd === 0) return 'utf-16be';
  return null;
}
