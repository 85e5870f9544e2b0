import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cueText } from './cue-text.ts';
import { parseCues } from './parse-cues.ts';

const clock = (seconds: number, mark: string) => {
  const ms = Math.round(seconds * 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1000) % 60)}${mark}${String(ms % 1000).padStart(3, '0')}`;
};

it('reads SubRip with line ends of any system, missing blank lines and missing numbers', () => {
  const expected = [
    { from: 1, to: 2, text: 'one' },
    { from: 3, to: 4, text: 'two lines' },
  ];
  expect(parseCues('1\n00:00:01,000 --> 00:00:02,000\none\n\n2\n00:00:03,000 --> 00:00:04,000\ntwo\nlines\n')).toEqual(expected);
  expect(parseCues('\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\none\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\ntwo\r\nlines')).toEqual(
    expected,
  );
  expect(parseCues('1\n00:00:01,000 --> 00:00:02,000\none\n2\n00:00:03,000 --> 00:00:04,000\ntwo\nlines')).toEqual(expected);
  expect(parseCues('00:00:01.0 --> 00:00:02.000\none\n\n0:0:3,000-->0:00:4,000 X1:40\ntwo\nlines')).toEqual(expected);
});

it('reads WebVTT with header, notes, styles, identifiers, settings and voices', () => {
  const file =
    'WEBVTT - Title\nKind: captions\n\nNOTE a remark\n00:09.000 --> 00:10.000\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> 00:02.500 align:start\n<v Witness>We <i>saw</i> it &amp; &lt;ran&gt;</v>\n\n01:00:00.000 --> 01:00:01.000\n<00:19.000>late\n';
  expect(parseCues(file)).toEqual([
    { from: 1, to: 2.5, text: 'We saw it & <ran>' },
    { from: 3600, to: 3601, text: 'late' },
  ]);
});

it('passes over what cannot be read and keeps the rest, in order of time', () => {
  const file =
    '1\n00:00:05,000 --> 00:00:06,000\nlater\n\n2\nno time\nat all\n\n3\n00:00:04,000 --> 00:00:03,000\nbackwards\n\n4\n00:00:01,000 --> 00:00:02,000\n{\\an8}first\n\n5\n00:00:07,000 --> 00:00:08,000\n\n';
  expect(parseCues(file).map(({ text }) => text)).toEqual(['first', 'later']);
});

const cues = fc.array(fc.record({ at: fc.integer({ min: 0, max: 9e6 }), text: fc.stringMatching(/^[\p{L}\d]+( [\p{L}\d]+)*$/u) }), {
  minLength: 1,
  maxLength: 20,
});

it('law: cues written as SubRip are read back, and the map leads from each line to its cue', () => {
  fc.assert(
    fc.property(cues, (drawn) => {
      const written = drawn.map(({ at, text }) => ({ from: at / 1000, to: (at + 1500) / 1000, text })).sort((a, b) => a.from - b.from);
      const read = parseCues(
        written.map(({ from, to, text }, i) => `${i + 1}\n${clock(from, ',')} --> ${clock(to, ',')}\n${text}`).join('\n\n'),
      );
      expect(read).toEqual(written);
      const { text, map } = cueText(read);
      expect(map.cues.map(({ start, end }) => text.slice(start, end))).toEqual(read.map((cue) => cue.text));
    }),
  );
});
