/** Whether an offset falls between the two halves of a surrogate pair, where no text can be cut. */
export function splitsPair(text: string, offset: number): boolean {
  return isLow(text.charCodeAt(offset)) && isHigh(text.charCodeAt(offset - 1));
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** `start` and `end` moved outwards to the next code point boundary. */
export function wholeCodePoints(text: string, start: number, end: number): { start: number; end: number } {
  return { start: splitsPair(text, start) ? start - 1 : start, end: splitsPair(text, end) ? end + 1 : end };
}
