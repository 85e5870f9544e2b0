import type { BadReason, BadRecord } from './archive-model.ts';

/** So many are told in full; of the rest only the number is. */
const MOST_DETAILED = 1000;

/** Gathers what is wrong in an archive without growing with it. */
export class BadRecords {
  readonly detailed: BadRecord[] = [];
  readonly counts = new Map<BadReason, number>();

  readonly add = (bad: BadRecord): void => {
    this.counts.set(bad.reason, (this.counts.get(bad.reason) ?? 0) + 1);
    if (this.detailed.length < MOST_DETAILED)
      this.detailed.push({ ...bad, url: bad.url?.slice(0, 2000) ?? null, detail: bad.detail?.slice(0, 500) ?? null });
  };

  /** Takes back what was said of a part that is read again in another way. */
  forget(part: string): void {
    for (const bad of this.detailed.filter((one) => one.part === part)) this.counts.set(bad.reason, this.count(bad.reason) - 1);
    this.detailed.splice(0, this.detailed.length, ...this.detailed.filter((one) => one.part !== part));
  }

  count(reason: BadReason): number {
    return this.counts.get(reason) ?? 0;
  }

  /** Damage: what is only kept elsewhere, or listed and not kept, is not. */
  damaged(): number {
    let sum = 0;
    for (const [reason, count] of this.counts) if (reason !== 'revisit-without-original' && reason !== 'page-without-record') sum += count;
    return sum;
  }

  leftOut(): number {
    let sum = 0;
    for (const count of this.counts.values()) sum += count;
    return sum - this.detailed.length;
  }
}
