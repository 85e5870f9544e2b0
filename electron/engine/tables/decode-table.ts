import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { HoldfastError } from '#shared/errors.ts';
import { decodeText } from '../text/decode-text.ts';

export type Decoded = { text: string; encoding: string; isGuessed: boolean };

/** Line numbers an error names. */
const NAMED = 12;

/**
 * The text of a table. One encoding for the whole file, or none: where some lines are UTF-8 and others are not, no reading
 * of it would be right for all. `said`: the encoding a person says it is in.
 * @throws HoldfastError file-empty; table-encoding naming the lines; table-broken for a workbook
 */
export function decodeTable(path: string, bytes: Buffer, said?: string): Decoded {
  if (bytes.length === 0) throw new HoldfastError('file-empty', { path });
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004' || bytes.readUInt16BE(0) === 0xd0cf)
    throw new HoldfastError('table-broken', {
      path,
      problem: 'it is a workbook',
      instead: 'Save the sheet as CSV in UTF-8 and choose that.',
    });
  if (said !== undefined) return { text: iconv.decode(bytes, said), encoding: said, isGuessed: false };
  const decoded = decodeText(bytes);
  const isWide = decoded.charset.startsWith('utf-16');
  if (isWide || (decoded.from === 'utf-8')) return { text: decoded.text, encoding: decoded.charset, isGuessed: decoded.from === 'zeros' }; // prettier-ignore
  const { valid, foreign } = linesByEncoding(bytes);
  if (foreign.length === 0) return { text: decoded.text, encoding: 'utf-8', isGuessed: false };
  if (valid > 0 || decoded.from === 'bom') throw mixed(path, foreign);
  return { ...arabic(bytes, decoded), isGuessed: true };
}

/** The two Arabic sets have the same letters at other places; in real words the article is everywhere. */
function arabic(bytes: Buffer, { text, charset }: { text: string; charset: string }): { text: string; encoding: string } {
  if (charset !== 'windows-1256' && charset !== 'iso-8859-6') return { text, encoding: charset };
  const [one = { text, encoding: charset }, other] = ['windows-1256', 'iso-8859-6'].map((encoding) => ({
    text: iconv.decode(bytes, encoding),
    encoding,
  }));
  const articles = (decoded: string) => decoded.split('ال').length;
  return other !== undefined && articles(other.text) > articles(one.text) ? other : one;
}

type Line = { number: number; bytes: Buffer };

/** How many lines hold letters of UTF-8 beyond ASCII, and which lines are no UTF-8. */
function linesByEncoding(bytes: Buffer): { valid: number; foreign: Line[] } {
  const foreign: Line[] = [];
  let valid = 0;
  for (let from = 0, number = 1; from < bytes.length; number += 1) {
    const end = bytes.indexOf(0x0a, from);
    const line = bytes.subarray(from, end === -1 ? bytes.length : end);
    from += line.length + 1;
    if (!isUtf8(line)) foreign.push({ number, bytes: line });
    else if (line.some((byte) => byte > 0x7f)) valid += 1;
  }
  return { valid, foreign };
}

function mixed(path: string, foreign: readonly Line[]): HoldfastError {
  const named = foreign.slice(0, NAMED).map(({ number }) => number);
  const left = foreign.length - named.length;
  const other = decodeText(Buffer.concat(foreign.slice(0, 200).map((line) => line.bytes))).charset;
  return new HoldfastError('table-encoding', { path, encoding: 'UTF-8', lines: `${named.join(', ')}${left > 0 ? ` and ${left} more` : ''}`, other }); // prettier-ignore
}
