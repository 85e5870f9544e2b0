import type { EdtfBounds } from '#shared/edtf.ts';
import { isStatedAsFact } from '../positions.ts';
import type { Span } from './count-apart.ts';
import { findApart, type Group } from './find-apart.ts';
import type { Found, Ground } from './ground.ts';

type Dated = Span & { act: string; when: string };

/** One act stated as fact at two times that do not meet. */
export function differentDates(ground: Ground): Found {
  const dated = ground.claims.filter(isStatedAsFact).flatMap(({ id, act, when }): Dated[] => {
    const bounds = when === null ? null : ground.dates.bounds(when);
    if (when === null || bounds === null) return [];
    const { min, max } = widened(when, bounds);
    return [{ id, act, when, low: min, high: max }];
  });
  return findApart([...Map.groupBy(dated, ({ act }) => act).values()].map(groupOf), ground);
}

function groupOf(spans: readonly Dated[]): Group<Dated> {
  return {
    spans,
    weigh: (lower, higher) => higher.low - lower.high,
    facts: (a, b) => ({ act: a.act, whenA: a.when, whenB: b.when }),
  };
}

/** A doubtful date (`~`, `?`, `%`) may be off by as much as it spans; a season's months depend on the hemisphere. */
export function widened(text: string, { min, max }: EdtfBounds): EdtfBounds {
  const isSeason = /\d{4}-(?:2[1-9]|3\d|4[01])/.test(text);
  const span = Math.max(Number.isFinite(max - min) ? max - min : 0, isSeason ? YEAR : DAY);
  return /[~?%]/.test(text) || isSeason ? { min: min - span, max: max + span } : { min, max };
}
const DAY = 86_400_000;
const YEAR = 366 * DAY;
