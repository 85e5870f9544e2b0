import { seconds } from './cue-time.ts';
import { warn, type RawCue, type Scan } from './raw-cue.ts';

const columns = ['layer', 'start', 'end', 'style', 'name', 'marginl', 'marginr', 'marginv', 'effect', 'text'];

/** SubStation Alpha and its successor: the lines of dialogue of `[Events]`, in the columns its `Format` line names. */
export function scanSubstation(text: string): Scan {
  const scan: Scan = { cues: [], warnings: [] };
  let format = columns;
  text.split('\n').forEach((line, index) => {
    const match = /^\s*(Format|Dialogue|Comment)\s*:\s*(.*)$/i.exec(line);
    const [kind, rest] = [match?.[1]?.toLowerCase(), match?.[2] ?? ''];
    if (kind === 'format' && /(^|,)\s*text\s*$/i.test(rest)) format = rest.split(',').map((name) => name.trim().toLowerCase());
    else if (kind === 'comment') warn(scan.warnings, index + 1, 'note-left-out', { words: rest.slice(0, 200) });
    else if (kind === 'dialogue') scan.cues.push(dialogue(scan, index + 1, rest, format));
  });
  return scan;
}

function dialogue({ warnings }: Scan, line: number, rest: string, format: readonly string[]): RawCue {
  const fields = rest.split(',');
  const at = (name: string) => (format.includes(name) ? (fields[format.indexOf(name)] ?? '').trim() : '');
  // The words come last and may hold commas of their own; in a line that lacks columns they are all there is.
  const words = fields.length < format.length ? rest : fields.slice(format.length - 1).join(',');
  const [from, to] = [seconds(at('start')), seconds(at('end'))];
  if (from === null || to === null) warn(warnings, line, 'time-unreadable', { written: rest.slice(0, 80) });
  const plain = words
    .replace(/\\[Nn]/g, '\n')
    .replace(/\\h/g, ' ')
    .replace(/\{[^}\n]*\}/g, '');
  return { line, from, to, words: plain.split('\n'), speaker: at('name') || null };
}
