import { expect, test } from 'vitest';
import { endLine, joinLine, missing, nudge, startAt, typeIn, withLine, type Lines } from './draft-lines.ts';

const line = (from: number | null, to: number | null, text: string) => ({ from, to, text, speaker: null });

test('typing while it plays: the first letter and Enter take the times', () => {
  let lines: Lines = withLine([]);
  lines = typeIn(lines, 0, 'W', 1.5);
  lines = typeIn(lines, 0, 'We saw it', 3);
  const ended = endLine(lines, 0, 9, 3.2);
  expect(ended).toEqual({ lines: [line(1.5, 3.2, 'We saw it'), line(3.2, null, '')], at: 1, caret: 0 });
  lines = typeIn(ended.lines, 1, 'and ran', 4);
  expect(endLine(lines, 1, 7, 3.2).lines).toEqual([line(1.5, 3.2, 'We saw it'), line(3.2, null, 'and ran'), line(null, null, '')]);
  expect(endLine(ended.lines, 1, 0, 9)).toMatchObject({ at: 1, lines: ended.lines });
});

test('Enter in the middle cuts a line, and goes on from one that has its end', () => {
  const lines = [line(0, 4, 'We saw it and ran'), line(4, 5, 'Then')];
  expect(endLine(lines, 0, 10, 2)).toEqual({ lines: [line(0, 2, 'We saw it'), line(2, 4, 'and ran'), lines[1]], at: 1, caret: 0 });
  expect(endLine(lines, 0, 10, 9).lines.slice(0, 2)).toEqual([line(0, null, 'We saw it'), line(null, 4, 'and ran')]);
  expect(endLine(lines, 0, 17, 2)).toEqual({ lines, at: 1, caret: 0 });
});

test('Backspace joins, a start that moves takes the end before it along', () => {
  const lines = [line(0, 2, 'one'), line(2, 4, 'two'), line(5, null, '')];
  expect(joinLine(lines, 1)).toEqual({ lines: [line(0, 4, 'one two'), lines[2]], at: 0, caret: 4 });
  expect(joinLine(lines, 2)?.lines).toEqual([line(0, 2, 'one'), line(2, 4, 'two')]);
  expect(joinLine(lines, 0)).toBeNull();
  expect(nudge(lines, 1, 0.1)).toEqual([line(0, 2.1, 'one'), line(2.1, 4, 'two'), lines[2]]);
  expect(startAt(lines, 2, 3)).toEqual([lines[0], line(2, 3, 'two'), line(3, null, '')]);
  expect(startAt(lines, 1, 4.5)[1]).toEqual(line(4.5, null, 'two'));
  expect(missing([...lines, line(null, null, 'late')])).toEqual({ untimed: 1, spoken: 3 });
});
