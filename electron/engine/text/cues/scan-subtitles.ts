import { overflows, readTimeLine, westernDigits } from './cue-time.ts';
import { warn, type RawCue, type Scan } from './raw-cue.ts';

/** A run of lines without a blank one. `first` is the number of its first line, from 1. */
type Block = { first: number; lines: string[] };
type State = Scan & { isWebVtt: boolean; number: number | null };

/**
 * SubRip, WebVTT and SubViewer line by line. Every line of words comes into a cue: a blank line in the middle of a
 * cue, one missing between two, a wrong number or a time that cannot be read must not lose a testimony. What is left
 * out (the header, notes and styles of WebVTT, cue names) is said.
 */
export function scanSubtitles(text: string, isWebVtt: boolean): Scan {
  const state: State = { cues: [], warnings: [], isWebVtt, number: null };
  const blocks = blocksOf(text);
  blocks.forEach((block, index) => {
    if (isWebVtt && index === 0) return header(state, block);
    if (isWebVtt && /^(NOTE|STYLE|REGION)(\s|$)/.test(block.lines[0] ?? '')) return note(state, block);
    const next = blocks[index + 1];
    if (isLoneNumber(block, state, next)) return count(state, block.first, block.lines[0] ?? '');
    readBlock(state, block);
  });
  return { cues: state.cues, warnings: state.warnings };
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') open = null;
    else if (open === null) blocks.push((open = { first: index + 1, lines: [line] }));
    else open.lines.push(line);
  });
  return blocks;
}

/** Metadata follows the signature until a blank line; when that is missing the first time line ends it. */
function header(state: State, block: Block): void {
  const start = block.lines.findIndex((line) => readTimeLine(line) !== null);
  if (start !== -1) readBlock(state, { first: block.first + start, lines: block.lines.slice(start) });
}

function note(state: State, block: Block): void {
  warn(state.warnings, block.first, 'note-left-out', { words: block.lines.join(' ').slice(0, 200) });
  const start = block.lines.findIndex((line) => readTimeLine(line) !== null);
  if (start !== -1) readBlock(state, { first: block.first + start, lines: block.lines.slice(start) });
}

/** A number alone between blank lines counts the cue whose time comes next. */
function isLoneNumber({ lines }: Block, state: State, next: Block | undefined): boolean {
  if (lines.length !== 1 || numberIn(lines[0]) === null) return false;
  return numberIn(lines[0]) === (state.number ?? 0) + 1 || readTimeLine(next?.lines[0] ?? '') !== null;
}

function readBlock(state: State, { first, lines }: Block): void {
  const starts = lines.flatMap((line, index) => (readTimeLine(line) === null ? [] : [index]));
  const head = lines.slice(0, starts[0] ?? lines.length);
  if (starts.length === 0) return wordsAlone(state, first, head);
  readHead(state, first, head);
  starts.forEach((start, nth) => {
    const end = starts[nth + 1] ?? lines.length;
    const words = lines.slice(start + 1, end);
    openCue(state, first + start, lines[start] ?? '');
    if (nth + 1 < starts.length) {
      warn(state.warnings, first + end, 'blank-missing');
      // The number of the next cue stands on the line before its time, unless it does not count on from the last.
      if (numberIn(words.at(-1)) === (state.number ?? Number.NaN) + 1) state.number = numberIn(words.pop());
    }
    state.cues.at(-1)!.words.push(...words);
  });
}

/** What stands before the first time line of a block: a number, a name (WebVTT), or words that belong before it. */
function readHead(state: State, first: number, head: string[]): void {
  const last = head.at(-1);
  if (numberIn(last) !== null) count(state, first + head.length - 1, head.pop() ?? '');
  else if (state.isWebVtt && head.length === 1) head.pop();
  if (head.length > 0) addWords(state, first, head);
}

function count(state: State, line: number, written: string): void {
  const number = numberIn(written);
  const due = (state.number ?? 0) + 1;
  if (number !== due) warn(state.warnings, line, 'number-wrong', { number, due });
  state.number = number;
}

/** A block without a time: a cue whose time line is gone when it is numbered as one, else words of the cue before. */
function wordsAlone(state: State, first: number, lines: string[]): void {
  if (lines.length > 1 && numberIn(lines[0]) === (state.number ?? 0) + 1) {
    state.number = numberIn(lines[0]);
    warn(state.warnings, first, 'time-missing', { number: state.number });
    state.cues.push({ line: first, from: null, to: null, words: lines.slice(1), speaker: null });
  } else addWords(state, first, lines);
}

function addWords(state: State, line: number, words: string[]): void {
  const before = state.cues.at(-1);
  if (before === undefined) {
    warn(state.warnings, line, 'words-before-times');
    state.cues.push({ line, from: null, to: null, words: [...words], speaker: null });
  } else {
    warn(state.warnings, line, 'blank-in-words');
    before.words.push(...words);
  }
}

function openCue(state: State, line: number, written: string): void {
  const time = readTimeLine(written)!;
  const cue: RawCue = { line, from: time.from, to: time.to, words: [], speaker: null };
  if (time.from === null || time.to === null) warn(state.warnings, line, 'time-unreadable', { written: written.trim().slice(0, 80) });
  if (overflows(written)) warn(state.warnings, line, 'time-overflow', { written: written.trim().slice(0, 80) });
  if (time.after !== '') {
    warn(state.warnings, line, 'words-on-time-line');
    cue.words.push(time.after);
  }
  state.cues.push(cue);
}

function numberIn(line: string | undefined): number | null {
  const plain = westernDigits(line ?? '').trim();
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}
