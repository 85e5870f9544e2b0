import type { RecentChoices } from '#shared/model/recent-choices.ts';
import { builtInTerms, type VocabularyName } from '#shared/model/vocabularies.ts';
import { useCall } from '../shell/engine.ts';
import type { TermOption } from './term-field.tsx';

const none: RecentChoices = { speakers: [], via: [], parties: [], incidents: [], places: [], acts: [], units: [], groups: [] };

/** What the newest claims used; nothing while it loads. */
export function useRecent(): RecentChoices {
  return useCall('claims.recent', {}).data ?? none;
}

/** Terms of a vocabulary: built in, the case's own, and words that were only used so far. */
export function useTerms(vocabulary: VocabularyName): readonly TermOption[] {
  const { data } = useCall('vocabulary.list', { vocabulary });
  return data?.terms ?? builtInTerms[vocabulary].map((term) => ({ term, origin: 'built-in' as const }));
}
