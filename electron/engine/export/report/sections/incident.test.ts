import { expect, test } from 'vitest';
import { analyseIncident } from '../../../analysis/analyse-incident.ts';
import { networkOf, people } from '../../../testing/claim-network.ts';
import type { Gathered } from '../../gather-case.ts';
import { plainWords, type Block } from '../blocks.ts';
import { reportHtml } from '../html-writer.ts';
import type { ReportInput } from '../report-input.ts';
import { analysisBlocks } from './incident.ts';

const settlement = {
  id: 's',
  rule: 'figures apart',
  claimA: 'a',
  claimB: 'b',
  reason: 'two <days>',
  createdAt: '2018-11-14T09:00:00.000Z',
  createdBy: 'analyst',
};

function blocksOf(records = networkOf([])): Block[] {
  const names = new Map([
    ['x', 'لجنة إعادة الإعمار'],
    ['y', '<b>Watch</b>'],
  ]);
  const analyses = new Map([['incident', analyseIncident({ ...records, names })]]);
  const claims = new Map(records.claims.map((claim) => [claim.id, { ...claim, journalEntries: [] }]));
  const numbers = { items: new Map(), passages: new Map(), claims: new Map([...claims.keys()].map((id) => [id, `C-${id}`])) };
  return analysisBlocks('incident', { gathered: { analyses } as unknown as Gathered, claims, numbers } as unknown as ReportInput);
}

/** Rows of the tables, cells apart by bars. */
const rowsOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.is === 'table' ? block.rows.map((row) => row.map(plainWords).join(' | ')) : []));

test('origins, contradictions with how they were explained, and the grade that follows are named', () => {
  const claims = [
    { id: 'a', speaker: 'x', saidAt: '2018', ...people(3) },
    { id: 'b', speaker: 'y', updatedAt: '2019-01-01T00:00:00.000Z', ...people(9) },
    { id: 'c', speaker: 'y' },
    { id: 'd' },
  ];
  const blocks = blocksOf(networkOf(claims, { repeats: [['c', 'a']], settlements: [settlement] }));
  const told = blocks.flatMap((block) => (block.is === 'text' ? [plainWords(block.words)] : []));
  expect(told[0]).toContain('4 claims; independent origins: 2.');
  expect(told[0]).toContain('Fair: 2 independent origins put forward civilian harm.');
  const rows = rowsOf(blocks);
  expect(rows).toContain('A | لجنة إعادة الإعمار | 2018 | 2 | repeats');
  expect(rows.some((row) => row.includes('(not counted) | Speaker not recorded'))).toBe(true);
  expect(rows).toContain(
    '3 and 9 people killed cannot both be the total. | C-a, C-b | two <days> (analyst, 2018-11-14; a claim was changed since)',
  );
  expect(rows).toContain('C-a | لجنة إعادة الإعمار | asserts | 3 | 3 | 2018 | A | none');
  const page = reportHtml('t', blocks);
  expect(page).toContain('<bdi>&lt;b&gt;Watch&lt;/b&gt;</bdi>');
  expect(page).toContain('two &lt;days&gt;');
});

test('figures are drawn with what they allow: open ends as arrows, what is denied hollow', () => {
  const claims = [
    { id: 'a', speaker: 'x', saidAt: '2018-11', ...people(40, 'at least') },
    { id: 'b', speaker: 'y', saidAt: '2018-12', modality: 'denies' as const, ...people(10) },
  ];
  const charts = blocksOf(networkOf(claims)).filter((block) => block.is === 'chart');
  expect(charts).toHaveLength(2);
  expect(charts[0]?.words).toBe('لجنة إعادة الإعمار: at least 40; <b>Watch</b>: 10');
  const shapes = charts[0]?.shapes ?? [];
  expect(shapes.filter((shape) => shape.is === 'arrow').map(({ towards }) => towards)).toEqual([1]);
  expect(shapes.filter((shape) => shape.is === 'dot').map(({ hollow }) => hollow)).toEqual([false, true]);
  for (const shape of charts.flatMap((chart) => chart.shapes))
    for (const value of Object.values(shape)) if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
});

test('an incident without claims, and one of which some stay behind, say so', () => {
  expect(blocksOf().map((block) => (block.is === 'text' ? block.words : ''))).toEqual(['No claim is about this incident.']);
  const partial = analysisBlocks('other', { gathered: { analyses: new Map() } } as unknown as ReportInput);
  expect(partial).toMatchObject([{ words: expect.stringContaining('not part of this case file') as string }]);
});
