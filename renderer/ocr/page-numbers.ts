const MOST_PAGES = 100_000;

/** Pages as people write them, `1-3, 7`, in order and once each; null when that is not what stands there. */
export function pageNumbers(written: string, count: number): number[] | null {
  const pages = new Set<number>();
  for (const part of written.split(/[,;\s]+/).filter((one) => one !== '')) {
    const found = /^(\d+)(?:[-–](\d+))?$/.exec(part);
    if (found === null) return null;
    const [first, last] = [Number(found[1]), Number(found[2] ?? found[1])];
    if (first < 1 || last < first || last > Math.min(count, MOST_PAGES)) return null;
    for (let page = first; page <= last; page++) pages.add(page);
  }
  return pages.size === 0 ? null : [...pages].sort((a, b) => a - b);
}

/** The other way: `1-3, 7`. */
export function pageWords(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === page - 1) last[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(', ');
}
