import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { ListedClaim } from '#shared/contract/claims-table.ts';
import type { HoldfastError } from '#shared/errors.ts';
import type { ClaimFilter, ClaimGroup, ClaimGrouping } from '#shared/model/claim-filter.ts';
import type { ClaimView } from '#shared/model/claim-views.ts';
import { call, useCall } from '../../shell/engine.ts';
import type { Pages } from '../../shell/pages.ts';
import { layOutGroups, type GroupHead } from './group-layout.ts';

/** A row of the table: a claim, or the heading of those below it. */
export type Entry = { kind: 'claim'; claim: ListedClaim } | { kind: 'group'; head: GroupHead };

const PAGE = 200;
/** Pages scrolled out of view are let go after this many milliseconds. */
const KEPT = 30_000;

type Asked = { filter: ClaimFilter; sort: ClaimView['sort']; groupBy: ClaimGrouping; folded: ReadonlySet<string> };

/**
 * Groups and their claims as one long list. The engine gives the claims in the order of the groups, so that a row's place
 * among the claims follows from the counts, and only the pages in view are asked for, however many groups are folded.
 */
export function useGroupedClaims({ filter, sort, groupBy, folded }: Asked): Pages<Entry> & { fits: number | null; restOf: number } {
  const counted = useCall('claims.groups', { filter, by: groupBy });
  const layout = useMemo(
    () => layOutGroups(counted.data?.groups ?? [], counted.data?.rest ?? { groups: 0, claims: 0 }, folded),
    [counted.data, folded],
  );
  const [needed, setNeeded] = useState<readonly number[]>([0]);
  const answers = useQueries({
    queries: needed.map((page) => {
      const asked = { ...filter, sort: sort.by, direction: sort.direction, groupBy, limit: PAGE, offset: page * PAGE };
      return { queryKey: ['claims.list', asked], queryFn: () => call('claims.list', asked), gcTime: KEPT };
    }),
  });
  const show = useCallback(
    (first: number, last: number) => {
      const next = layout.pagesOf(first, last, PAGE);
      setNeeded((now) => (now.join() === next.join() ? now : next));
    },
    [layout],
  );
  const rowAt = (index: number): Entry | undefined => {
    const at = layout.at(index);
    if (at === null) return undefined;
    if (at.kind === 'group') return { kind: 'group', head: at.head };
    const page = needed.indexOf(Math.floor(at.offset / PAGE));
    const claim = answers[page]?.data?.rows[at.offset % PAGE];
    return claim === undefined ? undefined : { kind: 'claim', claim };
  };
  const failed = answers.find((answer) => answer.error !== null)?.error ?? counted.error;
  return {
    total: counted.data === undefined ? null : layout.rows,
    fits: counted.data === undefined ? null : layout.claims,
    restOf: counted.data?.rest.groups ?? 0,
    rowAt,
    show,
    error: failed as HoldfastError | null,
    key: useMemo(() => JSON.stringify({ filter, sort, groupBy }), [filter, sort, groupBy]),
  };
}

export type { ClaimGroup };
