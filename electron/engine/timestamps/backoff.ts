const MINUTE = 60_000;
const LONGEST = 6 * 60 * MINUTE;

/** When a request that failed so often is tried again by itself: after 1, 2, 4... minutes, at most every 6 hours. */
export function nextTry(failures: number, lastAt: string): Date {
  const wait = failures === 0 ? 0 : Math.min(LONGEST, MINUTE * 2 ** Math.min(failures - 1, 20));
  return new Date(new Date(lastAt).getTime() + wait);
}
