/** The window's side of the contract: typed calls, a cache of their answers, and events that make it look again. */
import {
  keepPreviousData,
  MutationCache,
  QueryClient,
  useMutation,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { CallInput, CallName, CallOutput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { EngineEvent } from '#shared/model/events.ts';
import { t } from '../messages/index.ts';
import { notify, notifyError } from '../ui/toast.tsx';
import { reads } from './call-topics.ts';
import { jobChanged, jobsForgotten } from './jobs.ts';

/** Calls the engine or main. Rejects with a `HoldfastError`, never with anything else. */
export async function call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
  const answer = await window.holdfast.call(name, input);
  if (answer.ok) return answer.value as CallOutput<Name>;
  throw new HoldfastError(answer.error.code, answer.error.facts);
}

/** Answers never go stale by time: the engine says what changed. `networkMode` because offline is the usual state. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', staleTime: Infinity, retry: false, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
  mutationCache: new MutationCache({
    onError: (error, _input, _context, mutation) => {
      const quiet = mutation.meta?.['quiet'] === true;
      if (!quiet && !(error instanceof HoldfastError && error.code === 'cancelled')) notifyError(error);
    },
  }),
});

export type CallOptions = {
  enabled?: boolean;
  /** Shows the answer to the last input until the new one is here; for lists whose sort or filter changes. */
  keepPrevious?: boolean;
};

/** The answer of a call, kept fresh. One cache entry a name and input. */
export function useCall<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  options: CallOptions = {},
): UseQueryResult<CallOutput<Name>, HoldfastError> {
  return useQuery<CallOutput<Name>, HoldfastError>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
}

/** A call that does something. Its error is shown as a toast unless `quiet`, when the caller shows `error` itself. */
export function useAct<Name extends CallName>(
  name: Name,
  options: { quiet?: boolean } = {},
): UseMutationResult<CallOutput<Name>, HoldfastError, CallInput<Name>> {
  return useMutation<CallOutput<Name>, HoldfastError, CallInput<Name>>({
    mutationKey: [name],
    mutationFn: (input) => call(name, input),
    meta: { quiet: options.quiet === true },
  });
}

/** Follows the engine's events for as long as the window lives. */
export function listenToEngine(): () => void {
  void call('jobs.list', {}).then(
    (jobs) => jobs.forEach(jobChanged),
    () => {},
  );
  return window.holdfast.on(receive);
}

function receive(event: EngineEvent): void {
  switch (event.type) {
    case 'changed':
      void queryClient.invalidateQueries({
        predicate: ({ queryKey }) => reads[queryKey[0] as CallName]?.some((topic) => event.topics.includes(topic)) ?? false,
      });
      return;
    case 'job':
      jobChanged(event.job);
      return;
    case 'engine-restarted':
      jobsForgotten();
      void queryClient.invalidateQueries();
      notify({ tone: 'plain', title: t('shell.restarted.title'), text: t('shell.restarted.text') });
      return;
    case 'command':
      return; // the shell's commands listen for these themselves
    case 'replay':
    case 'replay-key':
      return; // the viewer that opened the replay listens for these itself
  }
}
