/** Long lists, fetched a page at a time as they scroll into view and never held whole. */
import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { CallInput, CallName, CallOutput } from '#shared/contract.ts';
import type { HoldfastError } from '#shared/errors.ts';
import { call } from './engine.ts';

export type PagedCallName = { [Name in CallName]: CallOutput<Name> extends { rows: unknown[]; total: number } ? Name : never }[CallName];
export type RowOf<Name extends PagedCallName> = CallOutput<Name> extends { rows: (infer Row)[] } ? Row : never;

export type Pages<Row> = {
  /** Null until the first page is here. */
  total: number | null;
  /** Undefined while its page is on the way. */
  rowAt: (index: number) => Row | undefined;
  /** Says which rows are in view, so that their pages are fetched. */
  show: (first: number, last: number) => void;
  error: HoldfastError | null;
  /** Changes when the question does; lists go back to their top then. */
  key: string;
};

const PAGE = 200;
/** Pages scrolled out of view are let go after this many milliseconds. */
const KEPT = 30_000;

/** A paged call as one long list. While a new page loads, what stood there before still shows. */
export function usePages<Name extends PagedCallName>(name: Name, input: Omit<CallInput<Name>, 'limit' | 'offset'>): Pages<RowOf<Name>> {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const offsets = Array.from({ length: range.last - range.first + 1 }, (_, index) => (range.first + index) * PAGE);
  const answers = useQueries({
    queries: offsets.map((offset) => {
      const asked = { ...input, limit: PAGE, offset } as CallInput<Name>;
      return { queryKey: [name, asked], queryFn: () => call(name, asked), gcTime: KEPT };
    }),
  });
  const before = useRef<{ total: number | null; pages: Map<number, RowOf<Name>[]> }>({ total: null, pages: new Map() });
  const pages = new Map<number, RowOf<Name>[]>();
  let { total } = before.current;
  answers.forEach(({ data }, index) => {
    const page = range.first + index;
    const rows = (data as { rows: RowOf<Name>[]; total: number } | undefined)?.rows ?? before.current.pages.get(page);
    if (rows !== undefined) pages.set(page, rows);
    if (data !== undefined) total = (data as { total: number }).total;
  });
  before.current = { total, pages };
  const show = useCallback((first: number, last: number) => {
    const next = { first: Math.floor(first / PAGE), last: Math.floor(last / PAGE) };
    setRange((now) => (now.first === next.first && now.last === next.last ? now : next));
  }, []);
  const error = (answers.find((answer) => answer.error !== null)?.error ?? null) as HoldfastError | null;
  const key = useMemo(() => JSON.stringify(input), [input]);
  return { total, rowAt: (index) => pages.get(Math.floor(index / PAGE))?.[index % PAGE], show, error, key };
}
