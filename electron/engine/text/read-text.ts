import { readFile } from 'node:fs/promises';
import { emptyReading, type Reading, type ReadingJob } from '../import/reading.ts';
import { decodeText, normaliseLines } from './decode-text.ts';

/** More than a person reads or marks; beyond it the bytes are kept without canonical text, and the outcome says so. */
const MOST_TEXT_BYTES = 32 * 1024 * 1024;

/**
 * A text file. Canonical text: the decoded characters, byte order mark dropped, line ends as LF, nothing else changed;
 * Markdown, CSV, JSON and XML stay as they were written.
 */
export async function readText({
  received,
  settings,
}: {
  received: ReadingJob['received'];
  settings: { version: string };
}): Promise<Reading> {
  const reading = emptyReading('document');
  if (received.size > MOST_TEXT_BYTES) return { ...reading, warnings: ['too-large-for-text'] };
  const { text: raw, charset, from, confidence } = decodeText(await readFile(received.path));
  const text = normaliseLines(raw);
  const guessed = from === 'guess';
  reading.facts = {
    text: { charset, charsetFrom: from, ...(guessed ? { confidence } : {}), characters: text.length, lines: text.split('\n').length },
  };
  if (guessed) reading.warnings.push('encoding-guessed');
  if (text.trim() === '') return { ...reading, warnings: [...reading.warnings, 'no-text'] };
  const tool = { name: 'holdfast text', version: settings.version, parameters: { charset, charsetFrom: from, lineEnds: 'lf' } };
  return { ...reading, text: { text, map: { kind: 'plain' }, tool } };
}
