import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { Item } from '#shared/model/items.ts';
import type { Facts } from '#shared/model/primitives.ts';
import type { CaseContext } from '../context.ts';
import { claimOf } from '../import/claimed-type.ts';
import { receiveFile, type ReceivedFile } from '../import/receive-file.ts';
import { safeName } from '../import/safe-name.ts';
import { keepDerived } from '../items/keep-derived.ts';
import { durationOf } from '../passages/draft-passage.ts';
import { cueText } from '../text/cue-text.ts';
import { MOST_BYTES, readSubtitleFile, type SubtitleFile } from './read-subtitle-file.ts';
import { getRecording, requireText } from './recording.ts';
import { receivedBefore, sameReading } from './same-reading.ts';

type Input = ParsedInput<'transcripts.import'>;
const SHOWN_WARNINGS = 200;

/**
 * Keeps a file of subtitles: the bytes as received become a file of the recording, their lines a text read from it.
 * The bytes are kept once, also when they are read again in another charset.
 * @throws HoldfastError what `receiveFile` does; file-too-large; no-times when no line of it has a time;
 *   already-exists when it was kept in this charset before; wrong-input for a translation without its translator
 */
export async function importTranscript(ctx: CaseContext, input: Input): Promise<CallOutput<'transcripts.import'>> {
  const { item } = await getRecording(ctx, input.itemId);
  await checkTranslation(ctx, input);
  const staged = await receiveFile(ctx.store, input.path, {});
  try {
    if (staged.size > MOST_BYTES) throw new HoldfastError('file-too-large', { path: input.path, megabytes: MOST_BYTES / 1024 / 1024 });
    const file = readSubtitleFile(await readFile(staged.path), input.charset, durationOf(item.facts));
    if (file.reading.cues.length === 0) throw new HoldfastError('no-times', { path: input.path });
    const before = await sameReading(ctx, item, staged.sha256, file.charset);
    if (before !== null) throw new HoldfastError('already-exists', { kind: input.kind, id: before.id });
    const receivedFileId = receivedBefore(item, staged.sha256)?.id ?? (await keepReceived(ctx, item, input.path, staged));
    const fileId = await keepLines(ctx, input, file, receivedFileId);
    const { warnings } = file.reading;
    return { fileId, receivedFileId, warnings: warnings.slice(0, SHOWN_WARNINGS), remarks: warnings.length };
  } finally {
    await ctx.store.discard(staged);
  }
}

async function checkTranslation(ctx: CaseContext, { kind, itemId, translator, textFileId }: Input): Promise<void> {
  if ((kind === 'translation') !== (translator !== undefined))
    throw new HoldfastError('wrong-input', {
      name: 'transcripts.import',
      field: 'translator',
      problem: 'names whoever made a translation, and nobody else',
    });
  if (textFileId !== undefined) await requireText(ctx, itemId, textFileId);
}

async function keepReceived(ctx: CaseContext, item: Item, path: string, staged: ReceivedFile): Promise<string> {
  const blob = await ctx.store.settle(staged);
  const name = basename(path);
  const mediaType = claimOf(extname(name).toLowerCase())?.mediaType ?? 'text/plain';
  const [fileId] = await keepDerived(ctx, item.id, [
    { role: 'transcript', blob, name: safeName(name), mediaType, parentFileId: null, tool: null },
  ]);
  return fileId!;
}

async function keepLines(ctx: CaseContext, input: Input, file: SubtitleFile, parentFileId: string): Promise<string> {
  const { charset, charsetFrom, confidence, reading } = file;
  const { text, map } = cueText(reading.cues);
  const parameters: Facts = {
    charset,
    charsetFrom,
    confidence,
    format: reading.format,
    cues: reading.cues.length,
    remarks: reading.warnings.length,
    chosenBy: input.charset === undefined ? null : ctx.settings.actor,
    ...(input.translator === undefined ? {} : { translator: input.translator.name, translatorKind: input.translator.kind }),
    ...(input.textFileId === undefined ? {} : { translates: input.textFileId }),
  };
  const [fileId] = await keepDerived(ctx, input.itemId, [
    {
      role: 'transcript',
      blob: await ctx.store.keepBytes(text),
      name: `${safeName(basename(input.path))}.${input.kind}.txt`,
      mediaType: 'text/plain;charset=utf-8',
      parentFileId,
      tool: { name: 'holdfast cues', version: ctx.settings.version, parameters },
      text: { kind: input.kind, language: input.language, text, map },
    },
  ]);
  return fileId!;
}
