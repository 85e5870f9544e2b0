import { dirname } from 'node:path';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { CanonicalText } from '#shared/model/items.ts';
import type { CaseContext } from '../context.ts';
import { getFile } from '../items/get-file.ts';
import { getItem } from '../items/get-item.ts';
import { syncFolder, writeFileSynced } from '../store/sync-folder.ts';
import type { Cue } from '../text/cue-text.ts';
import { requireText } from './recording.ts';
import { writeSubRip, writeWebVtt } from './write-subtitles.ts';

/**
 * Writes a text with times as a file of subtitles outside the case: SubRip when its name ends so, else WebVTT, which
 * also says whose words they are. An existing file is never written over.
 * @throws HoldfastError not-found; not-supported for a text without times; export-target-exists; folder-not-writable
 */
export async function exportTrack(
  ctx: CaseContext,
  { itemId, fileId, out }: ParsedInput<'transcripts.export'>,
): Promise<CallOutput<'transcripts.export'>> {
  const text = await requireText(ctx, itemId, fileId);
  if (text.map.kind !== 'cues')
    throw new HoldfastError('not-supported', {
      feature: 'A text without times as subtitles',
      instead: 'Export the case file: the text is in it.',
    });
  const cues = text.map.cues.map(({ start, end, from, to, speaker }): Cue => ({
    from,
    to,
    text: text.text.slice(start, end),
    speaker: speaker ?? null,
  }));
  const spoken = cues.filter((cue) => cue.text !== '');
  const file = /\.srt$/i.test(out)
    ? writeSubRip(spoken)
    : writeWebVtt(spoken, { language: text.language ?? '', notes: await notesOf(ctx, text) });
  try {
    await writeFileSynced(out, file);
    await syncFolder(dirname(out));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new HoldfastError('export-target-exists', { path: out }, error);
    throw error;
  }
  return { path: out, lines: spoken.length };
}

/** Whoever finds the file alone must see what it is and what it can be checked against. */
async function notesOf(ctx: CaseContext, text: CanonicalText): Promise<string[]> {
  const item = await getItem(ctx, text.itemId);
  const { tool, toolParameters, createdAt } = await getFile(ctx, text.fileId);
  const by = toolParameters?.['translator'] ?? toolParameters?.['who'];
  const what = text.kind === 'translation' ? 'Translation' : 'Transcript';
  return [
    `${what} of ${item.title}`,
    `${typeof by === 'string' ? `By ${by}. ` : ''}Kept ${createdAt} by ${tool ?? 'its maker'}. SHA-256 of the text: ${text.sha256}`,
  ];
}
