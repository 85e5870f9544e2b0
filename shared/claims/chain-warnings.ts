/** What looks wrong in an attribution chain. Nothing is refused: sources do repeat one another, and dates are what they say. */
import { parseEdtf } from '../edtf.ts';

/** One who hands words on, the speaker first. `who` is an id, or null when nobody is named; `date` is EDTF or empty. */
export type ChainLink = { who: string | null; date: string };
/** `at` and `with` are places in the chain, 0 the speaker. */
export type ChainWarning =
  /** The same party stands twice: the words may have gone round in a circle. */
  | { kind: 'circle'; at: number; with: number }
  /** A step is surely earlier than the one it took the words from. */
  | { kind: 'before'; at: number; with: number };

/** In the order of the chain. A date that is open or doubtful warns only where no reading of it fits. */
export function chainWarnings(chain: readonly ChainLink[]): ChainWarning[] {
  return chain.flatMap((link, at): ChainWarning[] => {
    const first = link.who === null ? -1 : chain.findIndex((other) => other.who === link.who);
    const circle: ChainWarning[] = first >= 0 && first < at ? [{ kind: 'circle', at, with: first }] : [];
    const dated = chain.findLastIndex((other, before) => before < at && bounds(other.date) !== null);
    const [now, then] = [bounds(link.date), dated < 0 ? null : bounds(chain[dated]?.date ?? '')];
    return now === null || then === null || now.max >= then.min ? circle : [...circle, { kind: 'before', at, with: dated }];
  });
}

function bounds(date: string) {
  return date.trim() === '' ? null : parseEdtf(date.trim());
}
