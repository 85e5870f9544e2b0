import { parseTimeBase, type TimeBase } from './time-base.ts';

type Rate = { num: number; den: number };

/** Rates that time codes are defined for (SMPTE ST 12-1), and their doubles. */
const known: Rate[] = [
  { num: 24000, den: 1001 },
  { num: 24, den: 1 },
  { num: 25, den: 1 },
  { num: 30000, den: 1001 },
  { num: 30, den: 1 },
  { num: 48000, den: 1001 },
  { num: 48, den: 1 },
  { num: 50, den: 1 },
  { num: 60000, den: 1001 },
  { num: 60, den: 1 },
];

/**
 * The rate as a fraction from the mean length of a frame. A length in whole ticks is exact; otherwise it must be one
 * of the known rates, near enough that no other is meant, and the file must state it too.
 */
export function knownRate(meanTicks: number, base: TimeBase, stated: string | undefined): Rate | null {
  if (Number.isInteger(meanTicks)) return reduce(base.den, base.num * meanTicks);
  const measured = base.den / (base.num * meanTicks);
  const claim = parseTimeBase(stated);
  const near = known.find(({ num, den }) => claim !== null && claim.num * den === claim.den * num);
  return near !== undefined && Math.abs(near.num / near.den - measured) / measured < 0.0004 ? near : null;
}

function reduce(num: number, den: number): Rate {
  let [a, b] = [num, den];
  while (b !== 0) [a, b] = [b, a % b];
  return { num: num / a, den: den / a };
}
