/** A date that says its year, as EDTF: "14 November 2018", "in June 2018", "around March 2017". */
const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const month = months.join('|');
const year = String.raw`(?:19|20)\d\d`;
const loosely = String.raw`(?:(about|around|circa|approximately) )?`;
const dated = new RegExp(
  String.raw`\b${loosely}(?:(\d{1,2})(?:st|nd|rd|th)? (?:of )?(${month}),? (${year})|(${month}) (\d{1,2})(?:st|nd|rd|th)?,? (${year})|(${month}),? (?:of )?(${year}))\b`,
  'gi',
);
const yearOnly = new RegExp(String.raw`\b(?:in|during|of|since) ${loosely}(${year})\b(?![-/]\d)`, 'gi');
/** A date after one of these is when it was said, not when it happened. */
const saying =
  /\b(?:said|says|admitted|acknowledged|conceded|denied|reported|published|announced|stated|confirmed|report of|statement of)(?: \w+)?,? (?:on |in )?$/i;

export type ReadDate = { value: string; from: string; said: boolean };

/** The first such date of each kind; a month without a year is left alone, since the words do not say which year. */
export function readDates(words: string): ReadDate[] {
  const found: ReadDate[] = [];
  for (const match of words.matchAll(dated)) {
    const [text, about, d1, m1, y1, m2, d2, y2, m3, y3] = match;
    const name = (m1 ?? m2 ?? m3 ?? '').toLowerCase();
    const value = [y1 ?? y2 ?? y3, pad(months.indexOf(name) + 1), ...((d1 ?? d2) ? [pad(Number(d1 ?? d2))] : [])].join('-');
    if (Number(d1 ?? d2 ?? 1) <= 31) found.push(read(words, match.index, text, value, about));
  }
  if (found.length === 0)
    for (const match of words.matchAll(yearOnly)) found.push(read(words, match.index, match[0], match[2] ?? '', match[1]));
  return [found.find((date) => !date.said), found.find((date) => date.said)].filter((date) => date !== undefined);
}

function read(words: string, at: number, text: string, value: string, about: string | undefined): ReadDate {
  return { value: about === undefined ? value : `${value}~`, from: text, said: saying.test(words.slice(0, at)) };
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}
