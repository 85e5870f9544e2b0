import type { CanonicalText, Item } from '#shared/model/items.ts';
import type { DraftLine, TranscriptDraft } from '#shared/model/transcripts.ts';
import type { Track } from './tracks.ts';

/** `from`: the text to start from or to translate. `corrected`: a text that the draft will stand beside as its correction. */
type Start = {
  kind: TranscriptDraft['kind'];
  from?: CanonicalText;
  corrected?: { text: CanonicalText; track: Track | undefined };
  lines?: DraftLine[];
};

/** A draft that is in nobody's case yet: empty, or the lines of a text to correct or to translate. */
export function newDraft(item: Item, { kind, from, corrected, lines }: Start): TranscriptDraft {
  const said = corrected?.track?.toolParameters ?? {};
  const words = kind === 'translation' ? corrected?.text : from;
  return {
    id: crypto.randomUUID(),
    itemId: item.id,
    kind,
    sourceFileId: from?.fileId ?? null,
    corrects: corrected?.text.fileId ?? null,
    language: (kind === 'translation' ? corrected?.text.language : (from?.language ?? item.language)) ?? '',
    translator:
      kind === 'transcript'
        ? null
        : {
            kind: said['translatorKind'] === 'software' ? 'software' : 'person',
            name: typeof said['translator'] === 'string' ? said['translator'] : '',
          },
    lines: lines ?? (from === undefined ? [] : linesOf(from, words)),
    updatedAt: new Date().toISOString(),
    updatedBy: '',
  };
}

/** Whether a translation can be corrected line by line: it has a line for each line of its text. */
export function isLineByLine(text: CanonicalText, translation: CanonicalText): boolean {
  return text.map.kind === 'cues' && translation.map.kind === 'cues' && text.map.cues.length === translation.map.cues.length;
}

/** The lines of a text, with the words of another that has as many. */
function linesOf({ map }: CanonicalText, words: CanonicalText | undefined): DraftLine[] {
  if (map.kind !== 'cues') return [];
  const cues = words?.map.kind === 'cues' ? words.map.cues : [];
  return map.cues.map(({ from, to, speaker }, index) => ({
    from,
    to,
    text: words === undefined ? '' : words.text.slice(cues[index]?.start ?? 0, cues[index]?.end ?? 0),
    speaker: speaker ?? null,
  }));
}
