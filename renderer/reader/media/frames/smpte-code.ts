type Rate = { num: number; den: number };

/** Rates of 30000/1001 and 60000/1001, whose time codes leave numbers out so as to keep to the clock. */
const dropping = (rate: Rate) => rate.den === 1001 && (rate.num === 30000 || rate.num === 60000);
const fits = (rate: Rate) =>
  (rate.den === 1 && [24, 25, 30, 48, 50, 60].includes(rate.num)) || (rate.den === 1001 && [24000, 30000, 48000, 60000].includes(rate.num));

/**
 * Time code of a frame by its number (SMPTE ST 12-1): `HH:MM:SS:FF`, and `HH:MM:SS;FF` with frame numbers dropped where
 * the rate is 29.97 or 59.94. `start` is the code the camera gave the first frame; without it the first is zero, and the
 * rates that can drop do. Null for a rate no time code is defined for.
 */
export function smpteCode(number: number, rate: Rate, start: string | null): string | null {
  if (!fits(rate)) return null;
  const base = Math.round(rate.num / rate.den);
  const drops = dropping(rate) && (start === null || /;|\./.test(start));
  const first = start === null ? 0 : countOf(start, base, drops);
  return first === null ? null : codeOf(first + number, base, drops);
}

/** Frame numbers left out at the start of each minute but every tenth: two for 30, four for 60. */
const leftOut = (base: number) => base / 15;

function codeOf(count: number, base: number, drops: boolean): string {
  let number = count;
  if (drops) {
    const minute = base * 60 - leftOut(base);
    const ten = minute * 10 + leftOut(base);
    const [tens, rest] = [Math.floor(count / ten), count % ten];
    number += tens * 9 * leftOut(base) + (rest < base * 60 ? 0 : (Math.floor((rest - base * 60) / minute) + 1) * leftOut(base));
  }
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(number / base);
  const parts = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  return `${parts}${drops ? ';' : ':'}${two(number % base)}`;
}

function countOf(code: string, base: number, drops: boolean): number | null {
  const [hours, minutes, seconds, frames] = code.split(/[:;.]/).map(Number);
  if (hours === undefined || minutes === undefined || seconds === undefined || frames === undefined) return null;
  const total = hours * 60 + minutes;
  return (total * 60 + seconds) * base + frames - (drops ? leftOut(base) * (total - Math.floor(total / 10)) : 0);
}
