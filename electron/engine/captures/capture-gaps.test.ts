import { expect, it } from 'vitest';
import { captureGaps } from './capture-facts.ts';

type Args = Parameters<typeof captureGaps>;
const gaps = (asked: string[] | undefined) => {
  const result = { gaps: [], files: [], resources: { kept: 1, failed: [], blocked: [], asked } } as unknown as Args[0];
  const unresolved = ['used.woff2', 'unused.woff2'].map((url) => ({ url, usedBy: 'style', reason: 'not-kept' }));
  return captureGaps(result, { unresolved: [...unresolved, { url: 'a.png', usedBy: 'img', reason: 'not-kept' }] } as unknown as Args[1]);
};

it('counts what the page used and not what its style sheet merely names', () => {
  expect(gaps(['used.woff2'])).toEqual([{ reason: 'resources-not-in-snapshot', facts: { count: 2 } }]);
});

it('counts everything when it is not known what was asked for', () => {
  expect(gaps(undefined)).toEqual([{ reason: 'resources-not-in-snapshot', facts: { count: 3 } }]);
});
