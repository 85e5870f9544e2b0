import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { HoldfastError } from '#shared/errors.ts';
import type { CaseInfo } from '#shared/model/case.ts';
import { call, queryClient } from './engine.ts';

/** Answers that are not about a case and outlive it. */
const ofTheProgram = new Set(['case.info', 'settings.get', 'recent.list', 'video.helper']);
const key = ['case.info', {}] as const;

/** The open case, or null. When it is another than before, nothing of the old one stays in the cache. */
export function useCaseInfo(): UseQueryResult<CaseInfo | null, HoldfastError> {
  return useQuery<CaseInfo | null, HoldfastError>({
    queryKey: key,
    queryFn: async () => {
      const before = queryClient.getQueryData<CaseInfo | null>(key);
      const now = await call('case.info', {});
      if (before?.folder !== now?.folder || before?.access !== now?.access)
        queryClient.removeQueries({ predicate: ({ queryKey }) => !ofTheProgram.has(String(queryKey[0])) });
      return now;
    },
  });
}

/** Whether the open case can be changed. */
export function useCanWrite(): boolean {
  return useCaseInfo().data?.access === 'write';
}
