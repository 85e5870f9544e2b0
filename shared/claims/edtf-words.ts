/** EDTF (ISO 8601-2:2019) in English words; what has no plain wording is given back as it is written. */
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
/** Season codes of EDTF level 1. */
const seasons: Record<string, string> = { '21': 'spring', '22': 'summer', '23': 'autumn', '24': 'winter' };
const doubts: Record<string, string> = { '~': 'about ', '?': 'possibly ', '%': 'possibly about ' };

/** "2018-11~" is "about November 2018"; "2017-03/2017-10" is "March 2017 to October 2017"; "[..2018]" is "2018 or earlier". */
export function edtfWords(text: string): string {
  return inWords(text.trim()) ?? text.trim();
}

function inWords(text: string): string | null {
  const set = /^([[{])(.*)[\]}]$/.exec(text);
  if (set !== null) return setWords(set[1] === '[' ? 'one of' : 'all of', set[2] ?? '');
  const [start = '', end] = text.split('/');
  return end === undefined ? dateWords(start) : intervalWords(start, end);
}

function intervalWords(start: string, end: string): string | null {
  const [from, to] = [dateWords(start), dateWords(end)];
  if (start === '..' || start === '') return to === null ? null : `until ${to}${start === '' ? ', start unknown' : ''}`;
  if (end === '..' || end === '') return from === null ? null : `from ${from} on${end === '' ? ', end unknown' : ''}`;
  return from === null || to === null ? null : `${from} to ${to}`;
}

function setWords(lead: string, inside: string): string | null {
  const before = /^\.\.([^,]+)$/.exec(inside)?.[1];
  if (before !== undefined) return suffixed(before, 'or earlier');
  const after = /^([^,]+)\.\.$/.exec(inside)?.[1];
  if (after !== undefined) return suffixed(after, 'or later');
  const parts = inside.split(',').map((part) => {
    const [low, high] = part.trim().split('..');
    return high === undefined ? dateWords(low ?? '') : intervalWords(low || '..', high || '..');
  });
  return parts.includes(null) ? null : `${lead} ${parts.join(', ')}`;
}

function suffixed(date: string, suffix: string): string | null {
  const said = dateWords(date);
  return said === null ? null : `${said} ${suffix}`;
}

function dateWords(text: string): string | null {
  const [, date = '', time, doubt] = /^([\dX-]+)(?:T([\d:]+)(?:Z|[+-]\d\d(?::?\d\d)?)?)?([~?%])?$/.exec(text) ?? [];
  const lead = doubt === undefined ? '' : (doubts[doubt] ?? '');
  const [, year, month, day] = /^(\d{2}(?:\d\d|\dX|XX))(?:-(\d\d|XX))?(?:-(\d\d|XX))?$/.exec(date) ?? [];
  if (year === undefined) return null;
  const named = plainWords(year, month, day);
  return named === null ? null : `${lead}${named}${time === undefined ? '' : ` ${text.slice(date.length + 1)}`}`;
}

function plainWords(year: string, month: string | undefined, day: string | undefined): string | null {
  const decade = year.endsWith('XX') ? `the ${year.slice(0, 2)}00s` : year.endsWith('X') ? `the ${year.slice(0, 3)}0s` : null;
  if (decade !== null) return month === undefined ? `some year in ${decade}` : null;
  if (month === undefined) return year;
  if (month === 'XX') return day === undefined || day === 'XX' ? `some ${day === undefined ? 'month' : 'day'} of ${year}` : null;
  const season = seasons[month];
  if (season !== undefined) return day === undefined ? `${season} ${year}` : null;
  const name = months[Number(month) - 1];
  if (name === undefined) return null;
  if (day === undefined) return `${name} ${year}`;
  return day === 'XX' ? `some day in ${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
