import { useQueries } from '@tanstack/react-query';
import type { Claim } from '#shared/model/claims.ts';
import { call } from '../shell/engine.ts';

const PAGE = 1000;
const none: readonly Claim[] = [];

/** All claims about an incident, a thousand a call; none until every page is here, so that nothing jumps about. */
export function useIncidentClaims(incidentId: string, total: number): readonly Claim[] {
  const offsets = Array.from({ length: Math.ceil(total / PAGE) }, (_, page) => page * PAGE);
  return useQueries({
    queries: offsets.map((offset) => {
      const asked = { incidentId, limit: PAGE, offset };
      return { queryKey: ['claims.list', asked], queryFn: () => call('claims.list', asked), gcTime: 30_000 };
    }),
    combine: joined,
  });
}

/** The same array while the pages are the same. */
function joined(answers: readonly { data: { rows: Claim[] } | undefined }[]): readonly Claim[] {
  if (answers.some(({ data }) => data === undefined)) return none;
  return answers.flatMap(({ data }) => data?.rows ?? []);
}
