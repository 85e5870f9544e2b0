/** Fragment identifiers that passages carry, read strictly: what is not by the standard is null, not guessed at. */

/** `to` is null when the range goes to the end. Seconds. */
export type FragmentTime = { from: number; to: number | null };
export type FragmentArea = { unit: 'percent' | 'pixel'; x: number; y: number; width: number; height: number };
export type MediaFragment = { time: FragmentTime | null; area: FragmentArea | null };

/** 4.2.1: hours, minutes and seconds (`npt-hhmmss`), minutes and seconds (`npt-mmss`), or seconds (`npt-sec`). */
const clock = /^(?:(\d+):([0-5]\d):([0-5]\d(?:\.\d*)?)|([0-5]\d):([0-5]\d(?:\.\d*)?)|(\d+(?:\.\d*)?))$/;
const box = /^(?:(percent|pixel):)?(\d+(?:\.\d*)?),(\d+(?:\.\d*)?),(\d+(?:\.\d*)?),(\d+(?:\.\d*)?)$/;

/**
 * The time and the area of a media fragment (Media Fragments URI 1.0, 4.2.1 `t=` in normal play time and 4.2.2 `xywh=`).
 * As section 5.1 has it, names and values are percent-decoded, other dimensions are passed over, and of a dimension
 * given twice the last one counts. Null when a dimension is not by the standard (SMPTE and clock times included, which
 * Holdfast never writes), is empty, or when there is neither.
 *
 * The standard has whole numbers in `xywh`; decimals are read too, because percents without them are ten pixels off
 * on a large picture.
 */
export function parseMediaFragment(value: string): MediaFragment | null {
  const fragment: MediaFragment = { time: null, area: null };
  for (const part of value.split('&')) {
    const [name, given] = [part.slice(0, Math.max(0, part.indexOf('='))), part.slice(part.indexOf('=') + 1)].map(decoded);
    if (name === 't') fragment.time = parseTime(given ?? '');
    else if (name === 'xywh') fragment.area = parseArea(given ?? '');
    else continue;
    if ((name === 't' ? fragment.time : fragment.area) === null) return null;
  }
  return fragment.time === null && fragment.area === null ? null : fragment;
}

/** The page of a PDF, from 1 (RFC 8118, section 3, which obsoletes RFC 3778, section 3). */
export function parsePageFragment(value: string): number | null {
  const page = /^page=([1-9]\d{0,8})$/.exec(value)?.[1];
  return page === undefined ? null : Number(page);
}

function parseTime(value: string): FragmentTime | null {
  const [from = '', to, more] = value.replace(/^npt:/, '').split(',');
  if (more !== undefined || (from === '' && (to ?? '') === '') || to === '') return null;
  const [start, end] = [from === '' ? 0 : seconds(from), to === undefined ? null : seconds(to)];
  if (start === null || (to !== undefined && end === null) || (end !== null && end <= start)) return null;
  return { from: start, to: end };
}

function seconds(value: string): number | null {
  const found = clock.exec(value);
  if (found === null) return null;
  const [, hours, minutes, ofMinute, shortMinutes, ofShort, plain] = found;
  return Number(hours ?? 0) * 3600 + Number(minutes ?? shortMinutes ?? 0) * 60 + Number(ofMinute ?? ofShort ?? plain);
}

function parseArea(value: string): FragmentArea | null {
  const found = box.exec(value);
  if (found === null) return null;
  const [x = 0, y = 0, width = 0, height = 0] = found.slice(2).map(Number);
  const unit = found[1] === 'percent' ? 'percent' : 'pixel';
  if (width === 0 || height === 0 || (unit === 'percent' && (x + width > 100.001 || y + height > 100.001))) return null;
  return { unit, x, y, width, height };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
