import { useQueries } from '@tanstack/react-query';
import type { ChainLink, ChainWarning } from '#shared/claims/chain-warnings.ts';
import { t } from '../messages/index.ts';
import { call } from '../shell/engine.ts';
import type { Choice } from './form-rows.ts';
import type { ClaimFormState } from './form-state.ts';

export type ChainForm = Pick<ClaimFormState, 'speaker' | 'saidAt' | 'via'>;

/** The speaker and then each step, as the warnings read them. A name that is not chosen yet is told apart by its words. */
export function chainLinks({ speaker, saidAt, via }: ChainForm): ChainLink[] {
  const who = ({ id, words }: Choice) => id ?? (words.trim() === '' ? null : words.trim().toLowerCase());
  return [{ who: who(speaker), date: saidAt }, ...via.map(({ party, date }) => ({ who: who(party), date }))];
}

/** What each in the chain is called, the speaker first; null for one nobody named. */
export function useChainNames({ speaker, via }: ChainForm): (string | null)[] {
  const choices = [speaker, ...via.map(({ party }) => party)];
  const asked = [...new Set(choices.flatMap(({ id, words }) => (id !== null && words === '' ? [id] : [])))];
  const answers = useQueries({
    queries: asked.map((id) => ({ queryKey: ['parties.get', { id }], queryFn: () => call('parties.get', { id }) })),
  });
  const names = new Map(asked.map((id, at) => [id, answers[at]?.data?.name ?? '…']));
  return choices.map(({ id, words }) => (words.trim() === '' ? (id === null ? null : (names.get(id) ?? '…')) : words.trim()));
}

export function warningWords({ kind, at, with: other }: ChainWarning, names: readonly (string | null)[]): string {
  const name = (place: number) => names[place] ?? t('claim.chain.unknown');
  if (kind === 'circle') return t(other === 0 ? 'claim.via.circle-speaker' : 'claim.via.circle', { name: name(at), n: other });
  return other === 0 ? t('claim.via.before-said') : t('claim.via.before', { n: other, name: name(other) });
}
