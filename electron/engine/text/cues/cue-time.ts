/** The time lines of SubRip (no standard; as players read it), WebVTT (W3C, section 4.1) and SubViewer files. */

/** Seconds; null where the file says something else. `after` is what stands on the line behind the times. */
export type TimeLine = { from: number | null; to: number | null; after: string };

/** Hours may be missing; SubRip has a comma before the thousandths, WebVTT a point, and all are met in all. */
const clock = String.raw`-?\s*(?:\d+\s*:\s*)?\d+\s*:\s*\d+(?:\s*[.,:;]\s*\d+)?`;
const arrow = String.raw`(?:-{1,3}\s?(?:>|&gt;)|[–—]>|→)`;
const timed = new RegExp(String.raw`^\s*(${clock})\s*${arrow}\s*(${clock})(?!\d)(.*)$`);
/** SubViewer writes both times with a comma between; a slip of the hand leaves the arrow out. */
const bare = /^\s*(-?\d+:\d+:\d+[.,]\d+)\s*(?:,|\s)\s*(-?\d+:\d+:\d+[.,]\d+)\s*()$/;
const anyArrow = new RegExp(arrow);
const settings = /^(?:\s*(?:(?:vertical|line|position|size|align|region|X1|X2|Y1|Y2):\S*))+\s*$/i;

/** Null for a line that is no time line. */
export function readTimeLine(line: string): TimeLine | null {
  const plain = westernDigits(line);
  const match = timed.exec(plain) ?? bare.exec(plain);
  if (match !== null) {
    const after = line.slice(line.length - (match[3] ?? '').length);
    return { from: seconds(match[1]), to: seconds(match[2]), after: after.trim() === '' || settings.test(after) ? '' : after.trim() };
  }
  return brokenTime(plain);
}

/** Looks like a time line and cannot be read as one: what can be had of it. An arrow between words is words. */
function brokenTime(plain: string): TimeLine | null {
  const match = anyArrow.exec(plain);
  if (match === null) return null;
  const [before, behind] = [plain.slice(0, match.index), plain.slice(match.index + match[0].length)];
  if (![before, behind].some(isTimes) || ![before, behind].every(mayBeTime)) return null;
  return { from: wholeClock(before), to: wholeClock(behind), after: '' };
}

const isTimes = (part: string) => /[\dOolI]\s*[:.,;]\s*[\dOolI]/.test(part);
const mayBeTime = (part: string) => part.trim().length <= 24 && (part.match(/\p{L}/gu)?.length ?? 0) <= 4;

function wholeClock(part: string): number | null {
  return new RegExp(`^\\s*${clock}\\s*$`).test(part) ? seconds(part) : null;
}

/** `[-][hours:]minutes:seconds[.thousandths]` in seconds. A fraction is read as written: `,5` is half a second. */
export function seconds(written: string | undefined): number | null {
  const match = /^(-?)\s*(?:(\d+)\s*:\s*)?(\d+)\s*:\s*(\d+)(?:\s*[.,:;]\s*(\d+))?$/.exec((written ?? '').trim());
  if (match === null) return null;
  const [, sign, hours = '0', minutes = '0', whole = '0', fraction = ''] = match;
  const thousandths = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const value = (((Number(hours) * 60 + Number(minutes)) * 60 + Number(whole)) * 1000 + thousandths) / 1000;
  return sign === '-' ? -value : value;
}

/** More than 59 seconds or minutes: the sum is taken, and said. */
export function overflows(line: string): boolean {
  const clocks = westernDigits(line).match(new RegExp(clock, 'g')) ?? [];
  return clocks.some((one) => {
    const parts = one
      .replace(/[.,;].*$/, '')
      .split(':')
      .slice(0, 3);
    return parts.slice(1).some((part) => Number(part) > 59);
  });
}

/** Arabic-Indic and Persian digits stand in files of the region. Letters keep their places, one unit each. */
export function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(((digit.charCodeAt(0) - 0x0660) % 0x90) % 10));
}
