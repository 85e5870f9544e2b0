import type { Passage } from '#shared/model/passages.ts';
import { t } from '../messages/index.ts';

/** What the words stand in, when that is not what the source itself said: recognised, transcribed, translated. */
export function textKindWords({ textKind }: Pick<Passage, 'textKind'>): string | null {
  return textKind === null || textKind === 'canonical' ? null : t(`passage.text.${textKind}`);
}
