/** Numbers as English writes them, in digits or words. */
const ones = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const scales: Record<string, number> = { hundred: 100, thousand: 1000, million: 1e6 };
const small = new Map<string, number>([
  ...ones.map((word, n) => [word, n] as const),
  ...tens.map((word, n) => [word, (n + 2) * 10] as const),
]);

const word = [...small.keys()].sort((a, b) => b.length - a.length).join('|');
const scale = Object.keys(scales).join('|');
const digits = String.raw`\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?![\d,])|\d+(?:\.\d+)?(?!\d)`;
const spelled = String.raw`(?:(?:an?|${word})\b(?:[- ](?:and )?(?:${word}|${scale})\b)*)`;

/** Source of a pattern that matches one number and holds no group; `a` counts only before hundred, thousand, million or dozen. */
export const numberPattern = String.raw`(?:(?:half a|an?|${word}|\d+) dozen\b|(?:${digits})(?: (?:${scale})\b)?|(?!an? (?!${scale}))${spelled})`;

/** The value of words matched by `numberPattern`; null when they are no number after all. */
export function parseNumber(text: string): number | null {
  const said = text.toLowerCase().trim();
  const dozen = /^(.*) dozen$/.exec(said);
  if (dozen !== null) return dozen[1] === 'half a' ? 6 : times(dozen[1] ?? '', 12);
  const [, figure, by] = /^([\d,.\s\u00a0\u202f]+?)(?: (hundred|thousand|million))?$/.exec(said) ?? [];
  if (figure !== undefined) {
    const value = Number(figure.replace(/[,\s\u00a0\u202f]/g, ''));
    return Number.isNaN(value) ? null : value * (by === undefined ? 1 : (scales[by] ?? 1));
  }
  return parseWords(said);
}

function times(count: string, by: number): number | null {
  const value = /^an?$/.test(count) ? 1 : (small.get(count) ?? Number(count));
  return Number.isNaN(value) ? null : value * by;
}

function parseWords(said: string): number | null {
  let total = 0;
  let current = 0;
  for (const part of said.split(/[- ]+/)) {
    if (part === 'and') continue;
    const scaled = scales[part];
    const value = /^an?$/.test(part) ? 1 : small.get(part);
    if (value !== undefined) current += value;
    else if (scaled === 100) current = (current || 1) * 100;
    else if (scaled !== undefined) {
      total += (current || 1) * scaled;
      current = 0;
    } else return null;
  }
  return total + current;
}
