import type { TranscriptDraft } from '#shared/model/transcripts.ts';
import { t } from '../../messages/index.ts';
import { missing } from './draft-lines.ts';

/** Why a draft cannot be kept yet; null when it can. */
export function lacking({ language, translator, lines }: TranscriptDraft): string | null {
  const { untimed, spoken } = missing(lines);
  if (spoken === 0) return t('transcripts.lacks.words');
  if (untimed > 0) return t('transcripts.lacks.times', { count: untimed });
  if (language.trim() === '') return t('transcripts.lacks.language');
  if (translator !== null && translator.name.trim() === '') return t('transcripts.lacks.translator');
  return null;
}
