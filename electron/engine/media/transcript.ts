import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { receiveFile } from '../import/receive-file.ts';
import type { CompanionFile, DerivedFile, Reading, ReadingJob } from '../import/reading.ts';
import { findSidecars } from '../import/sidecars.ts';
import { cueText } from '../text/cue-text.ts';
import { readCues } from '../text/cues/read-cues.ts';
import { decodeText } from '../text/decode-text.ts';
import { textStream } from './media-facts.ts';
import type { Probe } from './probe-media.ts';
import { runFfmpeg } from './run-ffmpeg.ts';

type TranscriptJob = Pick<ReadingJob, 'ctx' | 'found' | 'received' | 'signal' | 'leftovers'>;
type Parts = Pick<Reading, 'companions' | 'derived' | 'gaps' | 'warnings' | 'text'>;

const TIME_LIMIT_MS = 300_000;
const MOST_SIDECARS = 10;

/** Words of a recording: the subtitles inside it, else the file beside it. Every file beside it becomes part of the item. */
export async function readTranscript(job: TranscriptJob, probe: Probe, ffmpeg: string): Promise<Parts> {
  const inside = await extractSubtitles(job, probe, ffmpeg);
  const beside = await takeSidecars(job);
  const parts: Parts = {
    companions: beside.companions,
    derived: [...inside.derived],
    gaps: [...inside.gaps],
    warnings: [...beside.warnings],
    text: inside.text,
  };
  if (beside.companions.length > 0) parts.warnings.push('sidecar-kept-with-it');
  return parts.text === null ? { ...parts, text: beside.text } : parts;
}

async function extractSubtitles(
  { ctx, received, signal, leftovers }: TranscriptJob,
  probe: Probe,
  ffmpeg: string,
): Promise<Pick<Parts, 'derived' | 'gaps' | 'text'>> {
  const found = textStream(probe);
  if (found === null) return { derived: [], gaps: [], text: null };
  const output = await ctx.store.stagingPath(`${randomUUID()}.srt`);
  leftovers.push(output);
  try {
    const after = ['-map', `0:s:${found.number}`, '-c:s', 'srt', '-flags:s', '+bitexact', '-f', 'srt'];
    await runFfmpeg({ input: received.path, after, output, signal, timeLimitMs: TIME_LIMIT_MS });
    const bytes = await readFile(output);
    const parameters = {
      stream: found.stream.index ?? 0,
      codec: found.stream.codec_name ?? '',
      language: found.stream.tags?.['language'] ?? null,
    };
    const file: DerivedFile = {
      key: 'transcript',
      role: 'transcript',
      suffix: '.srt',
      mediaType: 'application/x-subrip',
      bytes,
      tool: { name: 'ffmpeg', version: ffmpeg, parameters },
    };
    const text = canonical(ctx.settings.version, bytes, 'transcript');
    return { derived: text === null ? [] : [file], gaps: [], text };
  } catch (error) {
    signal.throwIfAborted();
    return {
      derived: [],
      gaps: [{ reason: 'subtitles-unreadable', facts: { problem: error instanceof Error ? error.message.slice(0, 300) : '' } }],
      text: null,
    };
  }
}

async function takeSidecars(job: TranscriptJob): Promise<Pick<Parts, 'companions' | 'warnings' | 'text'>> {
  const taken: Pick<Parts, 'companions' | 'warnings' | 'text'> = { companions: [], warnings: [], text: null };
  for (const [index, found] of (await findSidecars(job.found)).slice(0, MOST_SIDECARS).entries()) {
    const companion = await takeSidecar(job, found, `sidecar-${index}`);
    if (companion === null) {
      if (!taken.warnings.includes('sidecar-unreadable')) taken.warnings.push('sidecar-unreadable');
      continue;
    }
    taken.companions.push(companion.file);
    if (companion.remarks > 0 && !taken.warnings.includes('sidecar-remarks')) taken.warnings.push('sidecar-remarks');
    taken.text ??= companion.text;
  }
  return taken;
}

/** Null when it cannot be read or holds no cue: then it is no transcript, and stays a file of its own. */
async function takeSidecar(
  { ctx, signal, leftovers }: TranscriptJob,
  found: CompanionFile['found'],
  key: string,
): Promise<{ file: CompanionFile; text: Reading['text']; remarks: number } | null> {
  try {
    const staged = await receiveFile(ctx.store, found.path, { signal });
    leftovers.push(staged.path);
    const text = canonical(ctx.settings.version, await readFile(staged.path), key);
    const mediaType = found.name.toLowerCase().endsWith('.vtt') ? 'text/vtt' : 'application/x-subrip';
    const remarks = Number(text?.tool.parameters['remarks'] ?? 0);
    return text === null ? null : { file: { key, role: 'transcript', found, staged, mediaType }, text, remarks };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Error && (error as { code?: string }).code === 'disk-full') throw error;
    return null;
  }
}

function canonical(version: string, bytes: Uint8Array, parent: string): Reading['text'] {
  const { text, charset, from, confidence } = decodeText(bytes);
  const { format, cues, warnings } = readCues(text);
  if (cues.length === 0) return null;
  const parameters = { charset, charsetFrom: from, confidence, format, cues: cues.length, remarks: warnings.length };
  return {
    ...cueText(cues),
    tool: { name: 'holdfast cues', version, parameters },
    parent,
  };
}
