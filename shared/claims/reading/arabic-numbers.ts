/**
 * Numbers as Arabic writes them, in digits or words: ones come before tens ("six and thirty"), parts are tied by "and"
 * written on the next word, both genders and all cases count the same.
 */
import type { NumberRead } from './english-numbers.ts';
import type { Token } from './tokens.ts';

/** What a number word adds, and the place it fills; within a group places only fall. */
type Atom = { value: number; place: 'ones' | 'teens' | 'tens' | 'hundreds' };
const atoms = new Map<string, Atom>();
const put = (words: string, value: number, place: Atom['place']) => words.split(' ').forEach((word) => atoms.set(word, { value, place }));
const stems = ['ثلاث', 'اربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع'];
put('واحد واحده', 1, 'ones');
put('اثنان اثنين اثنتان اثنتين', 2, 'ones');
stems.forEach((stem, n) => {
  put(stem === 'ثمان' ? 'ثمان ثماني ثمانيه' : `${stem} ${stem}ه`, n + 3, 'ones');
  for (const hundred of ['ميه', 'مايه'])
    put(`${stem}${hundred} ${stem === 'ثمان' ? `ثماني${hundred}` : ''}`.trim(), (n + 3) * 100, 'hundreds');
});
put('عشر عشره', 10, 'teens');
put('عشرون عشرين', 20, 'tens');
['ثلاث', 'اربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع'].forEach((stem, n) => put(`${stem}ون ${stem}ين`, (n + 3) * 10, 'tens'));
put('ميه مايه', 100, 'hundreds');
put('ميتان ميتين مايتان مايتين ميتا ميتي مايتي', 200, 'hundreds');
const ten = new Set(['عشر', 'عشره']);
const elevens = new Map([['احد', 11], ['احدي', 11], ['اثنا', 12], ['اثني', 12], ['اثنتا', 12], ['اثنتي', 12]]); // prettier-ignore

type Scale = { by: number; times: number };
const scales = new Map<string, Scale>();
const putScale = (words: string, by: number, times = 1) => words.split(' ').forEach((word) => scales.set(word, { by, times }));
putScale('الف الفا الاف', 1e3);
putScale('الفان الفين الفي', 1e3, 2);
putScale('مليون مليونا ملايين', 1e6);
putScale('مليونان مليونين مليوني', 1e6, 2);
putScale('مليار مليارا مليارات', 1e9);
const plurals = new Set(['الاف', 'ملايين', 'مليارات']);

/** A number that begins at token `at`. */
export function arabicNumber(tokens: readonly Token[], at: number): NumberRead | null {
  let total = 0;
  let limit = Infinity;
  let next = at;
  for (;;) {
    const here = next === at ? { at, forms: tokens[at]?.forms ?? [] } : tied(tokens, next);
    const part = here === null ? null : (groupThenScale(tokens, here.at, here.forms) ?? scaleAlone(here.at, here.forms));
    if (part === null || part.value >= limit) break;
    total += part.value;
    next = part.next;
    limit = part.scale;
    if (part.scale === 1) break;
  }
  return next === at || !Number.isInteger(total) ? null : { value: total, next };
}

type Part = NumberRead & { scale: number };

function groupThenScale(tokens: readonly Token[], at: number, forms: readonly string[]): Part | null {
  const figure = tokens[at];
  const group = figure?.kind === 'number' ? { value: figure.value, next: at + 1 } : belowThousand(tokens, at, forms);
  if (group === null) return null;
  const scale = scales.get(tokens[group.next]?.text ?? '');
  if (scale?.times === 1) {
    const value = figure?.kind === 'number' && !figure.grouped ? figure.decimal : group.value;
    return { value: value * scale.by, next: group.next + 1, scale: scale.by };
  }
  return Number.isNaN(group.value) ? null : { ...group, scale: 1 };
}

/** "a thousand", "two thousand"; thousands without a number say no number. */
function scaleAlone(at: number, forms: readonly string[]): Part | null {
  const form = forms.find((one) => scales.has(one));
  const scale = form === undefined || plurals.has(form) ? undefined : scales.get(form);
  return scale === undefined ? null : { value: scale.by * scale.times, next: at + 1, scale: scale.by };
}

const order = { hundreds: 0, ones: 1, teens: 2, tens: 2 } as const;

function belowThousand(tokens: readonly Token[], at: number, forms: readonly string[]): NumberRead | null {
  let read = atom(tokens, at, forms);
  if (read === null) return null;
  let { value, next } = read;
  let last: Atom['place'] = read.place;
  while (last === 'hundreds' || last === 'ones') {
    const here = tied(tokens, next);
    read = here === null ? null : atom(tokens, here.at, here.forms);
    // After a hundred anything smaller; after ones only tens; "ten and twenty" are two numbers.
    if (read === null || order[read.place] <= order[last] || (last === 'ones' && read.place !== 'tens')) break;
    value += read.value;
    next = read.next;
    last = read.place;
  }
  return { value, next };
}

function atom(tokens: readonly Token[], at: number, forms: readonly string[]): (Atom & { next: number }) | null {
  const after = tokens[at + 1]?.text ?? '';
  const eleven = forms.map((form) => elevens.get(form)).find((value) => value !== undefined);
  if (eleven !== undefined && ten.has(after)) return { value: eleven, place: 'teens', next: at + 2 };
  const found = forms.map((form) => atoms.get(form)).find((one) => one !== undefined);
  if (found === undefined) return null;
  if (found.place === 'ones' && found.value >= 3) {
    if (ten.has(after)) return { value: found.value + 10, place: 'teens', next: at + 2 };
    if (/^(?:ميه|مايه)$/.test(after)) return { value: found.value * 100, place: 'hundreds', next: at + 2 };
  }
  return { ...found, next: at + 1 };
}

/** The next part of a number: its "and" stands on the word or before it. */
function tied(tokens: readonly Token[], at: number): { at: number; forms: readonly string[] } | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.text === 'و') return { at: at + 1, forms: [tokens[at + 1]?.text ?? ''] };
  return token.kind === 'word' && token.text.startsWith('و') ? { at, forms: [token.text.slice(1)] } : null;
}
