import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cueText } from '../cue-text.ts';
import { readCues } from './read-cues.ts';

const clock = (seconds: number, mark: string) => {
  const ms = Math.round(seconds * 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1000) % 60)}${mark}${String(ms % 1000).padStart(3, '0')}`;
};
const timesAndWords = (file: string) => readCues(file).cues.map(({ from, to, text }) => ({ from, to, text }));
const causes = (file: string, duration?: number) => readCues(file, duration).warnings.map(({ line, cause }) => `${line} ${cause}`);

it('reads SubRip with line ends of any system, missing blank lines and missing numbers', () => {
  const expected = [
    { from: 1, to: 2, text: 'one' },
    { from: 3, to: 4, text: 'two lines' },
  ];
  expect(timesAndWords('1\n00:00:01,000 --> 00:00:02,000\none\n\n2\n00:00:03,000 --> 00:00:04,000\ntwo\nlines\n')).toEqual(expected);
  const windows = '\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\none\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\ntwo\r\nlines';
  expect(timesAndWords(windows)).toEqual(expected);
  expect(causes(windows)).toEqual([]);
  const close = '1\n00:00:01,000 --> 00:00:02,000\none\n2\n00:00:03,000 --> 00:00:04,000\ntwo\nlines';
  expect(timesAndWords(close)).toEqual(expected);
  expect(causes(close)).toEqual(['5 blank-missing']);
  expect(timesAndWords('00:00:01.0 --> 00:00:02.000\none\n\n0:0:3,000-->0:00:4,000 X1:40\ntwo\nlines')).toEqual(expected);
});

it('reads WebVTT with header, notes, styles, identifiers, settings and voices', () => {
  const file =
    'WEBVTT - Title\nKind: captions\n\nNOTE a remark\n00:09.000 --> 00:10.000\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> 00:02.500 align:start\n<v Witness>We <i>saw</i> it &amp; &lt;ran&gt;</v>\n\n01:00:00.000 --> 01:00:01.000\n<00:19.000>late\n';
  expect(readCues(file).cues).toMatchObject([
    { from: 1, to: 2.5, speaker: 'Witness', text: 'We saw it & <ran>' },
    { from: 3600, to: 3601, speaker: null, text: 'late' },
  ]);
  expect(causes(file)).toEqual(['4 note-left-out', '5 no-words', '7 note-left-out']);
  const two = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ahmad>Where?\n<v.loud Mother>Here.';
  expect(readCues(two).cues.map(({ speaker, text }) => [speaker, text])).toEqual([
    ['Ahmad', 'Where?'],
    ['Mother', 'Here.'],
  ]);
});

it('reads SubViewer and SubStation Alpha', () => {
  expect(readCues('0:00:01.000,0:00:02.500\none, two\n\n0:00:03.000,0:00:04.000\nthree')).toMatchObject({
    format: 'sbv',
    cues: [
      { from: 1, to: 2.5, text: 'one, two' },
      { from: 3, to: 4, text: 'three' },
    ],
  });
  const ass =
    '[Script Info]\nTitle: x\n\n[V4+ Styles]\nFormat: Name, Fontname\nStyle: a,b\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\nDialogue: 0,0:00:05.00,0:00:06.00,a,,0,0,0,,later\nComment: 0,0:00:00.00,0:00:01.00,a,,0,0,0,,a remark\nDialogue: 0,0:00:01.50,0:00:02.00,a,Witness,0,0,0,,{\\i1}We came,{\\i0}\\Nand saw';
  expect(readCues(ass).cues).toMatchObject([
    { from: 1.5, to: 2, speaker: 'Witness', text: 'We came, and saw' },
    { from: 5, to: 6, speaker: null, text: 'later' },
  ]);
  expect(causes(ass)).toEqual(['11 note-left-out', '12 out-of-order']);
});

it.each([
  ['an end before its start', '1\n00:00:05,000 --> 00:00:03,000\nback', { from: 5, to: 6 }, '2 end-before-start'],
  ['a negative time', '1\n-00:00:05,000 --> 00:00:03,000\nback', { from: 0, to: 3 }, '2 negative-time'],
  ['a time that is no time', '1\n00:0O:0l,0O0 --> 00:00:03,000\nback', { from: 0, to: 3 }, '2 time-unreadable'],
  ['half a time line', '1\n00:00:01,000 -->\nback', { from: 1, to: 2 }, '2 time-unreadable'],
  ['too many seconds', '1\n00:00:70,000 --> 00:00:80,000\nback', { from: 70, to: 80 }, '2 time-overflow'],
  ['a wrong number', '7\n00:00:01,000 --> 00:00:03,000\nback', { from: 1, to: 3 }, '1 number-wrong'],
  ['words on the time line', '1\n00:00:01,000 --> 00:00:03,000 back', { from: 1, to: 3 }, '2 words-on-time-line'],
  ['a blank line in its words', '1\n00:00:01,000 --> 00:00:03,000\n\nback', { from: 1, to: 3 }, '4 blank-in-words'],
  ['Arabic digits and another arrow', '1\n٠٠:٠٠:٠١٫٠٠٠ -> 00:00:03,000\nback'.replace('٫', ','), { from: 1, to: 3 }, null],
])('keeps the words under %s and says so', (_, file, times, told) => {
  expect(timesAndWords(file)).toEqual([{ ...times, text: 'back' }]);
  expect(causes(file)).toEqual(told === null ? [] : [told]);
});

it('tells what may be meant and leaves it: overlaps, another order, times past the end, words without a time', () => {
  const file =
    'By hand\n\n1\n00:00:05,000 --> 00:00:08,000\nlater\n\n2\nno time\nat all\n\n3\n00:00:01,000 --> 00:00:03,000\nfirst\n\n4\n00:00:02,000 --> 00:00:04,000\n90\n\n5\n00:01:00,000 --> 00:01:01,000\n<he went> away';
  expect(readCues(file, 30).cues.map(({ from, text }) => [from, text])).toEqual([
    [0, 'By hand'],
    [1, 'first'],
    [2, '90'],
    [5, 'later'],
    [8, 'no time at all'],
    [60, '<he went> away'],
  ]);
  expect(causes(file, 30)).toEqual(['1 words-before-times', '7 time-missing', '12 out-of-order', '16 overlap', '20 beyond-end']);
  expect(readCues('Nothing here\nhas a time.')).toEqual({ format: null, cues: [], warnings: [] });
});

const words = fc.stringMatching(/^[\p{L}]{1,8}( [\p{L}\d]{1,8}){0,3}$/u);
const drawn = fc.record({ at: fc.integer({ min: 0, max: 9e6 }), lines: fc.array(words, { minLength: 1, maxLength: 3 }) });

it('law: cues written as SubRip are read back, and the map leads from each line to its cue', () => {
  fc.assert(
    fc.property(fc.array(drawn, { minLength: 1, maxLength: 20 }), (cues) => {
      const written = cues.map(({ at, lines }) => ({ from: at / 1000, to: (at + 1500) / 1000, text: lines.join(' ') }));
      written.sort((a, b) => a.from - b.from);
      const file = written.map(({ from, to, text }, i) => `${i + 1}\n${clock(from, ',')} --> ${clock(to, ',')}\n${text}`).join('\n\n');
      expect(timesAndWords(file)).toEqual(written);
      const read = readCues(file).cues;
      const { text, map } = cueText(read);
      expect(map.cues.map(({ start, end }) => text.slice(start, end))).toEqual(read.map((cue) => cue.text));
    }),
  );
});

/** What befalls subtitle files: a line taken out, an empty one put in, a character lost or changed in a time or number. */
const damage = fc.array(
  fc.record({
    at: fc.nat(),
    how: fc.constantFrom('blank', 'no-blank', 'no-time', 'no-number', 'cut-time', 'letter', 'twice', 'minus', 'arrow'),
  }),
  { maxLength: 12 },
);

function damaged(lines: string[], hurts: { at: number; how: string }[]): string[] {
  let left = [...lines];
  const only = (at: number, is: (line: string) => boolean, act: (line: string) => string[]) => {
    const places = left.flatMap((line, index) => (is(line) ? [index] : []));
    const place = places[at % Math.max(1, places.length)];
    if (place !== undefined) left = left.flatMap((line, index) => (index === place ? act(line) : [line]));
  };
  const isTime = (line: string) => line.includes('-->');
  for (const { at, how } of hurts) {
    if (how === 'blank')
      only(
        at,
        () => true,
        (line) => [line, ''],
      );
    if (how === 'no-blank')
      only(
        at,
        (line) => line === '',
        () => [],
      );
    if (how === 'no-time') only(at, isTime, () => []);
    if (how === 'no-number')
      only(
        at,
        (line) => /^\d+$/.test(line),
        () => [],
      );
    if (how === 'cut-time') only(at, isTime, (line) => [line.slice(at % line.length)]);
    if (how === 'letter') only(at, isTime, (line) => [line.replace(/\d/, 'O')]);
    if (how === 'twice') only(at, isTime, (line) => [line, line]);
    if (how === 'minus') only(at, isTime, (line) => [`-${line}`]);
    if (how === 'arrow') only(at, isTime, (line) => [line.replace('-->', '->')]);
  }
  return left;
}

it('law: no line of words is ever lost from a damaged file, every time runs forwards, every remark names a line of it', () => {
  fc.assert(
    fc.property(fc.array(drawn, { minLength: 1, maxLength: 12 }), damage, (cues, hurts) => {
      const lines = cues.flatMap(({ at, lines: spoken }, i) => [
        String(i + 1),
        `${clock(at / 1000, ',')} --> ${clock((at + (at % 3000) - 500) / 1000, ',')}`,
        ...spoken,
        '',
      ]);
      const hurt = damaged(lines, hurts);
      const { format, cues: read, warnings } = readCues(hurt.join('\n'), 5000);
      // Without a single time left it is no file of subtitles, and says so.
      if (format === null) return;
      const all = read.map(({ text }) => text).join(' ');
      for (const line of cues.flatMap((one) => one.lines)) expect(all).toContain(line);
      for (const { from, to } of read) expect(to).toBeGreaterThan(from);
      for (const { line } of warnings) expect(hurt.length).toBeGreaterThanOrEqual(line);
    }),
    { numRuns: 1000 },
  );
});
