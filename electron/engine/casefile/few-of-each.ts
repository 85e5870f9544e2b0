import { makeFinding } from '#shared/finding-words.ts';
import type { Finding, FindingCode } from '#shared/model/proof.ts';

/** So many of one kind tell what is wrong; a hundred thousand would only fill memory and window. */
const MOST = 1000;

/** The first findings of each kind, and how many more there are of it. */
export function fewOfEach(findings: readonly Finding[]): Finding[] {
  const counts = new Map<FindingCode, number>();
  const kept = findings.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= MOST;
  });
  const more = [...counts].filter(([, count]) => count > MOST);
  return [...kept, ...more.map(([code, count]) => makeFinding('more-findings', code, { facts: { count: count - MOST } }))];
}
