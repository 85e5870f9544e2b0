import type { TranscriptDraft } from '#shared/model/transcripts.ts';
import { call } from '../../shell/engine.ts';

/** Keeps what was typed as a text of the recording; answers the id of its file. */
export async function keepDraft(itemId: string, draft: TranscriptDraft): Promise<string> {
  const { id: draftId, language, lines, translator, sourceFileId, corrects } = draft;
  const shared = { itemId, language: language.trim(), draftId, ...(corrects === null ? {} : { corrects }) };
  if (draft.kind === 'translation' && translator !== null && sourceFileId !== null) {
    const words = lines.map(({ text }) => text);
    return (await call('translations.keep', { ...shared, textFileId: sourceFileId, translator, lines: words })).fileId;
  }
  const startedFrom = sourceFileId === null ? {} : { startedFrom: sourceFileId };
  return (await call('transcripts.keep', { ...shared, ...startedFrom, lines })).fileId;
}
