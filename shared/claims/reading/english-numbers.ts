/** Numbers as English writes them, in digits or words. */
import { textAt, type Token } from './tokens.ts';

export type NumberRead = { value: number; next: number };

const small = new Map<string, number>();
'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
  .split(' ')
  .forEach((word, n) => small.set(word, n));
const tens = new Map<string, number>();
'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').forEach((word, n) => tens.set(word, (n + 2) * 10));
const scales = new Map([['thousand', 1e3], ['million', 1e6], ['billion', 1e9]]); // prettier-ignore

/** A number that begins at token `at`; "a" counts only before hundred, thousand, million, billion or dozen. */
export function englishNumber(tokens: readonly Token[], at: number): NumberRead | null {
  return halves(tokens, at) ?? dozens(tokens, at) ?? scaled(tokens, at);
}

/** "half a million", "half a dozen", "two and a half million". */
function halves(tokens: readonly Token[], at: number): NumberRead | null {
  if (textAt(tokens, at) === 'half' && textAt(tokens, at + 1) === 'a') {
    const by = textAt(tokens, at + 2) === 'dozen' ? 12 : scales.get(textAt(tokens, at + 2));
    return by === undefined ? null : { value: by / 2, next: at + 3 };
  }
  const whole = small.get(textAt(tokens, at));
  const by = scales.get(textAt(tokens, at + 4));
  const isHalf = ['and', 'a', 'half'].every((word, n) => textAt(tokens, at + 1 + n) === word);
  return whole === undefined || by === undefined || !isHalf ? null : { value: (whole + 0.5) * by, next: at + 5 };
}

function dozens(tokens: readonly Token[], at: number): NumberRead | null {
  const count = /^an?$/.test(textAt(tokens, at)) ? { value: 1, next: at + 1 } : (belowHundred(tokens, at) ?? digits(tokens, at));
  return count !== null && textAt(tokens, count.next) === 'dozen' ? { value: count.value * 12, next: count.next + 1 } : null;
}

/** Thousands and millions falling: "one million two hundred thousand and six". */
function scaled(tokens: readonly Token[], at: number): NumberRead | null {
  let total = 0;
  let limit = Infinity;
  let next = at;
  for (;;) {
    const from = next > at && textAt(tokens, next) === 'and' ? next + 1 : next;
    const group = next > at ? belowThousand(tokens, from) : first(tokens, at);
    if (group === null) break;
    const scale = scales.get(textAt(tokens, group.next));
    if (group.value * (scale ?? 1) >= limit || (next > at && group.value === 0)) break;
    total += group.value * (scale ?? 1);
    next = group.next + (scale === undefined ? 0 : 1);
    if (scale === undefined) break;
    limit = scale;
  }
  return next > at && Number.isInteger(total) ? { value: total, next } : null;
}

function first(tokens: readonly Token[], at: number): NumberRead | null {
  if (/^an?$/.test(textAt(tokens, at))) {
    if (textAt(tokens, at + 1) === 'hundred') return belowThousand(tokens, at);
    return scales.has(textAt(tokens, at + 1)) ? { value: 1, next: at + 1 } : null;
  }
  return digits(tokens, at) ?? belowThousand(tokens, at);
}

/** Figures; with a point or a comma between decimals only before million and the like. */
function digits(tokens: readonly Token[], at: number): NumberRead | null {
  const token = tokens[at];
  if (token?.kind !== 'number') return null;
  if (textAt(tokens, at + 1) === 'hundred' && token.value < 100) return { value: token.value * 100, next: at + 2 };
  const scale = scales.get(textAt(tokens, at + 1));
  const value = scale !== undefined && !Number.isNaN(token.decimal) && /\./.test(token.text) ? token.decimal : token.value;
  return Number.isNaN(value) || (scale === undefined && !Number.isInteger(value)) ? null : { value, next: at + 1 };
}

/** "two hundred and five", "twelve hundred", "ninety-nine". */
function belowThousand(tokens: readonly Token[], at: number): NumberRead | null {
  const lead = textAt(tokens, at) === 'a' ? { value: 1, next: at + 1 } : belowHundred(tokens, at);
  if (lead === null || textAt(tokens, lead.next) !== 'hundred') return textAt(tokens, at) === 'a' ? null : lead;
  const after = lead.next + 1;
  const rest = belowHundred(tokens, textAt(tokens, after) === 'and' ? after + 1 : after);
  return rest === null ? { value: lead.value * 100, next: after } : { value: lead.value * 100 + rest.value, next: rest.next };
}

function belowHundred(tokens: readonly Token[], at: number): NumberRead | null {
  const ten = tens.get(textAt(tokens, at));
  if (ten === undefined) {
    const value = small.get(textAt(tokens, at));
    return value === undefined ? null : { value, next: at + 1 };
  }
  const ones = at + (textAt(tokens, at + 1) === '-' ? 2 : 1);
  const one = small.get(textAt(tokens, ones));
  return one !== undefined && one > 0 && one < 10 ? { value: ten + one, next: ones + 1 } : { value: ten, next: at + 1 };
}
