import { expect, test } from 'vitest';
import { someStatement } from '../testing/some-analysis.ts';
import { statementScene } from './statement-scene.ts';

const coalition = { speakerId: 'c', speaker: 'The Coalition', origins: ['c'] };
const statements = [
  someStatement({ ...coalition, claimId: 'denial', modality: 'denies', saidAt: '2017-04', sentence: 'denies: struck' }),
  someStatement({ claimId: 'hrw', speakerId: 'h', speaker: 'Human Rights Watch', saidAt: '2017-09', sentence: 'asserts: struck' }),
  someStatement({
    ...coalition,
    claimId: 'admission',
    modality: 'admits',
    saidAt: '2018-06-28',
    sentence: 'admits: more than 40 civilians killed',
  }),
  someStatement({ claimId: 'undated', speakerId: 'h', speaker: 'Human Rights Watch' }),
];
const turn = {
  speakerId: 'c',
  speaker: 'The Coalition',
  act: 'struck',
  fromClaimId: 'denial',
  toClaimId: 'admission',
  from: 'denies',
  to: 'admits',
};
const events = [{ when: '2017-03-20', label: 'struck' }];

test('a speaker has lines of their own, and a turn runs from the denial to the admission', () => {
  const scene = statementScene({ statements, turns: [turn], events, width: 500 })!;
  expect(scene.groups.map(({ kind, name }) => [kind, name])).toEqual([
    ['events', null],
    ['speaker', 'The Coalition'],
    ['speaker', 'Human Rights Watch'],
  ]);
  expect(scene).toMatchObject({ undated: 1, notDrawn: 0 });
  const [line] = scene.turns;
  const [denial, admission] = scene.groups[1]!.marks;
  expect(line!.path).toMatch(new RegExp(`^M${denial!.x1} `));
  expect(line!.path).toContain(`H${admission!.at} `);
  expect(scene.groups[1]!.marks.map((mark) => mark.label)).toEqual(['denies: struck', 'admits: more than 40 civilians killed']);
});

test('no label leaves the picture and none lies over another on its line', () => {
  for (const width of [260, 400, 700]) {
    const scene = statementScene({ statements, turns: [turn], events, width })!;
    for (const group of scene.groups) {
      const boxes = group.marks.map(({ label, labelX, anchor, lane }) => {
        const wide = label.length * 5.9;
        return { lane, from: anchor === 'start' ? labelX : labelX - wide, to: anchor === 'start' ? labelX + wide : labelX };
      });
      for (const [at, box] of boxes.entries()) {
        expect(box.from).toBeGreaterThanOrEqual(-1);
        expect(box.to).toBeLessThanOrEqual(width + 6);
        for (const other of boxes.slice(at + 1))
          if (other.lane === box.lane) expect(box.to <= other.from || other.to <= box.from).toBe(true);
      }
    }
  }
});

test('of thousands, a few speakers are drawn, a turn among them, and the rest is counted', () => {
  const many = Array.from({ length: 5000 }, (_, n) =>
    someStatement({ claimId: `m${n}`, speakerId: `s${n % 300}`, speaker: `Outlet ${n % 300}`, saidAt: '2018-11-15' }),
  );
  const start = performance.now();
  const scene = statementScene({ statements: [...many, ...statements], turns: [turn], events: [], width: 500 })!;
  expect(performance.now() - start).toBeLessThan(5000);
  expect(scene.groups.length).toBeGreaterThan(2);
  expect(scene.height).toBeLessThan(17 * 36);
  expect(scene.groups.some((group) => group.name === 'The Coalition')).toBe(true);
  expect(scene.turns.length).toBe(1);
  const drawn = scene.groups.reduce((sum, group) => sum + group.marks.length, 0);
  expect(scene.notDrawn).toBe(5003 - drawn);
});

test('nothing dated draws nothing', () => {
  expect(statementScene({ statements: [someStatement({})], turns: [], events: [], width: 400 })).toBeNull();
});
