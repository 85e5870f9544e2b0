import iconv from 'iconv-lite';
import type { Needle } from './needles.ts';

/** How bytes were read when words were found in them. */
export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252' | 'windows-1256';
export type View = { encoding: Encoding; text: string };

/** Every way to read bytes in which these needles could stand; what cannot be text is left out, so that media cost little. */
export function* byteViews(bytes: Buffer, needles: readonly Needle[]): Generator<View> {
  const low = needles.every(({ folded }) => isLow(folded));
  const letters = needles.map(({ written }) => written).join('');
  yield view('utf-8', bytes.toString('utf8'), low);
  if (bytes.includes(0) || !low) {
    const wide = [bytes, bytes.subarray(1)].map((part) => part.subarray(0, part.length - (part.length % 2)));
    for (const part of wide) yield view('utf-16', part.toString('utf16le'), low);
    for (const part of wide) yield view('utf-16', Buffer.from(part).swap16().toString('utf16le'), low);
  }
  if (/[\u00a0-\u024f]/.test(letters)) yield view('windows-1252', iconv.decode(bytes, 'windows-1252'), low);
  if (/\p{Script=Arabic}/u.test(letters)) yield view('windows-1256', iconv.decode(bytes, 'windows-1256'), low);
}

function view(encoding: Encoding, text: string, low: boolean): View {
  return { encoding, text: readable(text, low) };
}

/** Below the scripts of India: Latin to Syriac. A pair of random bytes lies here once in thirty times. */
function isLow(text: string): boolean {
  return !/[\u0860-\uffff]/.test(text);
}

const control = '\\u0000-\\u0008\\u000e-\\u001f\\u007f\\ufffd';
const lowRuns = /[\t\n\v\f\r -~\u0080-\u085f\u1e00-\u1eff\u2000-\u206f\ufb50-\ufdff\ufe00-\ufeff]{3,}/g;
const allRuns = new RegExp(`[^${control}]{2,}`, 'g');
const unreadable = new RegExp(`[${control}]`);

/** Runs of what can be text, each on a line of its own. Text alone is handed back as it is. */
function readable(text: string, low: boolean): string {
  if (!unreadable.test(text) && (!low || isLow(text))) return text;
  return (text.match(low ? lowRuns : allRuns) ?? []).join('\n');
}
