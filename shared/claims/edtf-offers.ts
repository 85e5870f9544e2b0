/** Dates as people type them, and the EDTF (ISO 8601-2:2019) each would be. Offers to take, never taken unasked. */
import { parseEdtf } from '../edtf.ts';

const english = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const short: Record<string, number> = { sept: 9, sep: 9 };
/** The months of the Levant and Iraq, then as Egypt and the Maghreb write them. */
const arabic: readonly (readonly string[])[] = [
  ['كانون الثاني', 'يناير', 'جانفي'],
  ['شباط', 'فبراير', 'فيفري'],
  ['آذار', 'اذار', 'مارس'],
  ['نيسان', 'أبريل', 'ابريل', 'إبريل', 'أفريل'],
  ['أيار', 'ايار', 'مايو', 'ماي'],
  ['حزيران', 'يونيو', 'جوان'],
  ['تموز', 'يوليو', 'جويلية'],
  ['آب', 'أغسطس', 'اغسطس', 'أوت'],
  ['أيلول', 'ايلول', 'سبتمبر'],
  ['تشرين الأول', 'تشرين الاول', 'أكتوبر', 'اكتوبر'],
  ['تشرين الثاني', 'نوفمبر'],
  ['كانون الأول', 'كانون الاول', 'ديسمبر'],
];
const seasons: Record<string, string> = { spring: '21', summer: '22', autumn: '23', fall: '23', winter: '24' };
const doubts: readonly (readonly [pattern: RegExp, mark: string])[] = [
  [/^(?:possibly|perhaps|maybe) (?:about|around|circa) /, '%'],
  [/^(?:about|around|approximately|roughly|circa|c\.|ca\.|~|حوالي|نحو)\s*/, '~'],
  [/^(?:possibly|perhaps|maybe|probably|ربما)\s+/, '?'],
];

/** None when nothing fits or the words are EDTF already; two when day and month cannot be told apart, day first before month first. */
export function edtfOffers(typed: string): string[] {
  const words = plain(typed);
  if (words === '' || parseEdtf(typed.trim()) !== null) return [];
  const offers = open(words) ?? range(words) ?? doubted(words);
  return [...new Set(offers)].filter((offer) => parseEdtf(offer) !== null && everyDayIs(offer));
}

/** No 29 February of a common year. */
function everyDayIs(offer: string): boolean {
  return [...offer.matchAll(/(\d{4})-(\d\d)-(\d\d)/g)].every(
    ([, year, month, day]) => new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day),
  );
}

function plain(typed: string): string {
  return typed
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:in|on|during|في) /, '');
}

function open(words: string): string[] | null {
  const [, how, date = ''] = /^(before|until|by|after|since|from|قبل|بعد|منذ) (.+)$/.exec(words) ?? [];
  if (how === undefined || / (?:to|until|and) |[–—]/.test(date)) return null;
  const isBefore = ['before', 'until', 'by', 'قبل'].includes(how);
  const isSpan = ['until', 'since', 'from', 'منذ'].includes(how);
  return doubted(date).map((at) => (isSpan ? (isBefore ? `../${at}` : `${at}/..`) : isBefore ? `[..${at}]` : `[${at}..]`));
}

/** "March to October 2017" borrows the year it does not say. */
function range(words: string): string[] | null {
  const [, from = '', to = ''] = /^(?:between |from )?(.+?)(?: to | until | and | ?[–—] ?| - | إلى | الى )(.+)$/.exec(words) ?? [];
  if (from === '') return null;
  const [end] = doubted(to);
  if (end === undefined) return null;
  const [start] = doubted(from).length > 0 ? doubted(from) : doubted(`${from} ${end.slice(0, 4)}`);
  const days = /^(\d{1,2})$/.exec(from)?.[1];
  const within = days !== undefined && end.length === 10 ? `${end.slice(0, 8)}${pad(Number(days))}` : start;
  return within === undefined ? [] : [`${within}/${end}`];
}

function doubted(words: string): string[] {
  for (const [pattern, mark] of doubts) {
    if (pattern.test(words)) return dates(words.replace(pattern, '')).map((date) => `${date}${mark}`);
  }
  const asked = /^(.+?) ?\?$/.exec(words)?.[1];
  return asked === undefined ? dates(words) : dates(asked).map((date) => `${date}?`);
}

function dates(words: string): string[] {
  return numbered(words) ?? named(words);
}

function numbered(words: string): string[] | null {
  if (/^\d{4}$/.test(words)) return [words];
  const decade = /^(?:the )?(\d{3})0s$/.exec(words)?.[1];
  if (decade !== undefined) return [`${decade}X`];
  const [, year, month, day] = /^(\d{4})[./ ](\d{1,2})(?:[./ ](\d{1,2}))?$/.exec(words) ?? [];
  if (year !== undefined) return [[year, pad(Number(month)), ...(day === undefined ? [] : [pad(Number(day))])].join('-')];
  const [, monthOnly, yearAfter] = /^(\d{1,2})[./-](\d{4})$/.exec(words) ?? [];
  if (yearAfter !== undefined) return [`${yearAfter}-${pad(Number(monthOnly))}`];
  const [, a, b, y] = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/.exec(words) ?? [];
  if (y === undefined) return null;
  return [`${y}-${pad(Number(b))}-${pad(Number(a))}`, `${y}-${pad(Number(a))}-${pad(Number(b))}`].filter(everyDayIs);
}

function named(words: string): string[] {
  const [, season, ofYear] = /^(spring|summer|autumn|fall|winter) (?:of )?(\d{4})$/.exec(words) ?? [];
  if (season !== undefined) return [`${ofYear}-${seasons[season]}`];
  const [, day, name, year] =
    /^(\d{1,2})(?:st|nd|rd|th)? (?:of )?(.+?),? (\d{4})$/.exec(words) ??
    swapped(/^(.+?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(words)) ??
    [];
  const dayOf = name === undefined ? null : monthOf(name);
  if (dayOf !== null && Number(day) <= 31) return [`${year}-${pad(dayOf)}-${pad(Number(day))}`];
  const [, monthName, yearOf] = /^(.+?),? (?:of |من )?(\d{4})$/.exec(words) ?? [];
  const month = monthName === undefined ? null : monthOf(monthName);
  return month === null ? [] : [`${yearOf}-${pad(month)}`];
}

const swapped = (match: RegExpExecArray | null) => (match === null ? null : [match[0], match[2], match[1], match[3]]);

function monthOf(name: string): number | null {
  const word = name.replace(/\.$/, '');
  const at = english.findIndex((month) => month === word || (word.length === 3 && month.startsWith(word)));
  if (at >= 0) return at + 1;
  const found = arabic.findIndex((names) => names.includes(word));
  return short[word] ?? (found >= 0 ? found + 1 : null);
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}
