import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { DraftLine, TranscriptPreview } from '#shared/model/transcripts.ts';
import type { CaseContext } from '../context.ts';
import { nameThePath } from '../import/walk-paths.ts';
import { durationOf } from '../passages/draft-passage.ts';
import { MOST_BYTES, readSubtitleFile, type SubtitleFile } from './read-subtitle-file.ts';
import { getRecording } from './recording.ts';
import { sameReading } from './same-reading.ts';

const SHOWN_LINES = 200;
const SHOWN_WARNINGS = 200;

/**
 * What a file of subtitles holds, read in the charset told from its bytes or the one a person chose. Keeps nothing.
 * @throws HoldfastError file-missing, file-unreadable, file-empty, file-special, file-too-large, not-found, not-supported
 */
export async function previewTranscript(ctx: CaseContext, input: ParsedInput<'transcripts.preview'>): Promise<TranscriptPreview> {
  const { item } = await getRecording(ctx, input.itemId);
  const bytes = await readSmallFile(input.path);
  const file = readSubtitleFile(bytes, input.charset, durationOf(item.facts));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { charset, charsetFrom, confidence, reading } = file;
  return {
    name: basename(input.path),
    size: bytes.length,
    sha256,
    charset,
    charsetFrom,
    confidence,
    format: reading.format,
    cues: reading.cues.length,
    lines: shownLines(file),
    warnings: reading.warnings.slice(0, SHOWN_WARNINGS),
    remarks: reading.warnings.length,
    keptAs: (await sameReading(ctx, item, sha256, charset))?.id ?? null,
  };
}

/** A file without times is shown by its lines, from which a person can start to type. */
function shownLines({ reading, text }: SubtitleFile): DraftLine[] {
  if (reading.cues.length > 0)
    return reading.cues.slice(0, SHOWN_LINES).map(({ from, to, text: words, speaker }) => ({ from, to, text: words, speaker }));
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .slice(0, 10_000)
    .map((line) => ({ from: null, to: null, text: line.slice(0, 10_000), speaker: null }));
}

async function readSmallFile(path: string): Promise<Buffer> {
  try {
    const file = await open(path, 'r');
    try {
      const found = await file.stat();
      if (!found.isFile()) throw new HoldfastError('file-special', { path });
      if (found.size === 0) throw new HoldfastError('file-empty', { path });
      if (found.size > MOST_BYTES) throw new HoldfastError('file-too-large', { path, megabytes: MOST_BYTES / 1024 / 1024 });
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof HoldfastError) throw error;
    const { code, facts } = nameThePath(error, path);
    throw new HoldfastError(code === 'internal' ? 'file-unreadable' : code, { ...facts, path }, error);
  }
}
