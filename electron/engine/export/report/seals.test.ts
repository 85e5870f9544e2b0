import { expect, test } from 'vitest';
import { plainWords } from './blocks.ts';
import { withTokens } from './gather-seals.ts';
import { sealWords, timestampWords } from './proof-words.ts';
import { sealSection } from './sections/seals.ts';
import type { ReportInput } from './report-input.ts';

const head = (treeSize: number) => ({
  treeSize,
  at: `2026-11-25T10:00:0${treeSize}.000Z`,
  rootHash: String(treeSize).repeat(64),
  keyId: 'k'.repeat(64),
  reason: 'import',
});
const file = (treeSize: number, ending = 'json') => `data/journal/seals/0000000${treeSize}.${ending}`;
const asked = (state: string, more: object = {}) => ({ id: 'x', authority: 'Authority <x>', state, problem: null, token: null, ...more });
const proved = (treeSize: number, time: string) => asked('proved', { token: { time, file: file(treeSize, '1.tsr'), serial: '1' } });

const listed = [
  { file: file(2), treeSize: 2, tokens: [asked('failed', { problem: { code: 'unreachable', detail: 'no route' } })] },
  { file: file(5), treeSize: 5, tokens: [proved(5, '2026-11-25T11:00:00.000Z')] },
  { file: file(8), treeSize: 8, tokens: [proved(8, '2026-11-25T12:00:00.000Z'), asked('queued')] },
];
const seals = withTokens([2, 5, 8].map(head), listed, (path) => !path.includes('00000002'));

test('an entry is under the first seal that reaches it, and its timestamp is the earliest that was proved over it', () => {
  expect(plainWords(sealWords(2, { seals }))).toBe('2026-11-25T10:00:02.000Z, entries 1 to 2, root 2222222222222222…');
  expect(plainWords(sealWords(3, { seals }))).toBe('2026-11-25T10:00:05.000Z, entries 1 to 5, root 5555555555555555…, 00000005.json');
  expect(plainWords(sealWords(9, { seals }))).toBe('not sealed');
  const stamp = '2026-11-25T11:00:00.000Z by Authority <x> (RFC 3161) over entries 1 to 5, 00000005.1.tsr';
  expect(plainWords(timestampWords(1, { seals }))).toBe(stamp);
  expect(plainWords(timestampWords(6, { seals }))).toContain('over entries 1 to 8');
  expect(plainWords(timestampWords(1, { seals }, 'latest'))).toContain('2026-11-25T12:00:00.000Z');
});

test('what was not sealed, not asked or not answered is said plainly', () => {
  expect(plainWords(timestampWords(1, { seals: [] }))).toBe('no timestamp');
  expect(plainWords(timestampWords(1, { seals: withTokens([head(2)], [], () => true) }))).toBe('no timestamp');
  expect(plainWords(timestampWords(2, { seals: seals.slice(0, 1) }))).toBe(
    'no timestamp yet: Authority <x>, failed: unreachable (no route)',
  );
  const told = sealSection({ seals: [] } as unknown as ReportInput).flatMap((block) =>
    block.is === 'text' ? [plainWords(block.words)] : [],
  );
  expect(told).toEqual(['Not sealed. No timestamp. Nothing outside this case file says when its journal stood as it does.']);
  const [, , table] = sealSection({ seals } as unknown as ReportInput);
  const rows = table?.is === 'table' ? table.rows.map((row) => row.map(plainWords)) : [];
  expect(rows[2]?.at(-1)).toBe('Authority <x>, proved 2026-11-25T12:00:00.000Z, 00000008.1.tsr; Authority <x>, queued');
});
