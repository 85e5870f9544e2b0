/** All passages of the source being read: what is drawn over it and listed beside it. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Passage } from '#shared/model/passages.ts';
import { call, queryClient } from '../../shell/engine.ts';
import { withPassage } from './with-passage.ts';

const none: readonly Passage[] = [];

/** The passages of an item, in the order they stand in it; none until all are here. */
export function usePassages(itemId: string): readonly Passage[] {
  return useAllPassages(itemId) ?? none;
}

const PAGE = 1000;

/** The same, null until they are here. Fetched a thousand at a time, so that other calls get in between. */
export function useAllPassages(itemId: string): readonly Passage[] | null {
  const { data } = useQuery({
    queryKey: keyOf(itemId),
    queryFn: async () => {
      const all: Passage[] = [];
      for (;;) {
        const { rows } = await call('passages.list', { itemId, limit: PAGE, offset: all.length });
        all.push(...rows);
        if (rows.length < PAGE) return all;
      }
    },
  });
  useEffect(() => followKept(itemId), [itemId]);
  return data ?? null;
}

const keyOf = (itemId: string) => ['passages.list', { itemId, all: true }];

/** What this window keeps is shown at once, however many thousand there are to fetch anew. */
function followKept(itemId: string): () => void {
  return queryClient.getMutationCache().subscribe(({ type, mutation }) => {
    const name: unknown = mutation?.options.mutationKey?.[0];
    if (type !== 'updated' || mutation.state.status !== 'success' || (name !== 'passages.create' && name !== 'passages.update')) return;
    const passage = mutation.state.data as Passage;
    if (passage.itemId === itemId) queryClient.setQueryData<Passage[]>(keyOf(itemId), (all) => all && withPassage(all, passage));
  });
}
