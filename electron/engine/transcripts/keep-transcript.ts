import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { TextMap } from '#shared/model/items.ts';
import type { Facts } from '#shared/model/primitives.ts';
import type { CaseContext } from '../context.ts';
import { safeName } from '../import/safe-name.ts';
import { getItem } from '../items/get-item.ts';
import { keepDerived } from '../items/keep-derived.ts';
import { cueText } from '../text/cue-text.ts';
import { lineCues } from './line-cues.ts';
import { getRecording, requireText } from './recording.ts';
import { translationText } from './translation-text.ts';

/**
 * Keeps what a person wrote down of a recording as a text of it, for good: a correction is a new text that names the
 * one it corrects, which stays with its passages.
 * @throws HoldfastError not-found, not-supported; wrong-input naming a line without a time
 */
export async function keepTranscript(ctx: CaseContext, input: ParsedInput<'transcripts.keep'>): Promise<CallOutput<'transcripts.keep'>> {
  const { item, original } = await getRecording(ctx, input.itemId);
  await checkCorrected(ctx, input, 'transcript');
  if (input.startedFrom !== undefined) await requireText(ctx, item.id, input.startedFrom);
  const cues = lineCues(input.lines);
  const parameters = {
    who: ctx.settings.actor,
    lines: cues.length,
    ...(input.startedFrom === undefined ? {} : { startedFrom: input.startedFrom }),
  };
  return keepTyped(ctx, { ...input, kind: 'transcript', name: item.title, parentFileId: original.id, ...cueText(cues), parameters });
}

/**
 * Keeps a translation of a text of the item: a line for each of its lines, at the same times. Who or what translated is
 * part of it for good.
 * @throws HoldfastError not-found; wrong-input when the lines are not as many as the text has
 */
export async function keepTranslation(ctx: CaseContext, input: ParsedInput<'translations.keep'>): Promise<CallOutput<'translations.keep'>> {
  const item = await getItem(ctx, input.itemId);
  const source = await requireText(ctx, item.id, input.textFileId);
  await checkCorrected(ctx, input, 'translation');
  const made = translationText(source, input.lines);
  const parameters = {
    who: ctx.settings.actor,
    translator: input.translator.name,
    translatorKind: input.translator.kind,
    translates: input.textFileId,
    lines: input.lines.length,
  };
  return keepTyped(ctx, { ...input, kind: 'translation', name: item.title, parentFileId: source.fileId, ...made, parameters });
}

type Typed = {
  itemId: string;
  kind: 'transcript' | 'translation';
  language: string;
  name: string;
  parentFileId: string;
  text: string;
  map: TextMap;
  parameters: Facts;
  corrects?: string | undefined;
  draftId?: string | undefined;
};

async function keepTyped(ctx: CaseContext, typed: Typed): Promise<{ fileId: string }> {
  const { itemId, kind, language, name, parentFileId, text, map, parameters, corrects, draftId } = typed;
  const file = {
    role: 'transcript',
    blob: await ctx.store.keepBytes(text),
    name: `${safeName(name)}.${kind}.${language}.txt`,
    mediaType: 'text/plain;charset=utf-8',
    parentFileId,
    tool: {
      name: 'person',
      version: ctx.settings.version,
      parameters: { ...parameters, ...(corrects === undefined ? {} : { corrects }) },
    },
    text: { kind, language, text, map },
  } as const;
  const [fileId] = await keepDerived(ctx, itemId, [file], async (trx) => {
    // The draft goes in the moment its words are kept: neither lost nor kept twice.
    if (draftId !== undefined) await trx.deleteFrom('transcriptDraft').where('id', '=', draftId).execute();
    return [];
  });
  return { fileId: fileId! };
}

/** A correction stands beside a text of the same kind, so that it is known what it takes the place of. */
async function checkCorrected(
  ctx: CaseContext,
  { itemId, corrects }: { itemId: string; corrects?: string | undefined },
  kind: Typed['kind'],
): Promise<void> {
  if (corrects === undefined) return;
  const text = await requireText(ctx, itemId, corrects);
  // The subtitles that came with a recording are its canonical text.
  if (text.kind !== kind && !(kind === 'transcript' && text.kind === 'canonical'))
    throw new HoldfastError('wrong-input', { name: 'transcripts.keep', field: 'corrects', problem: `must be a ${kind}` });
}
