import { expect, test } from 'vitest';
import { chainWarnings, type ChainLink } from './chain-warnings.ts';

const chain = (...links: [who: string | null, date: string][]): ChainLink[] => links.map(([who, date]) => ({ who, date }));

test.each([
  ['in order', chain(['committee', '2018-11~'], ['page', ''], ['paper', '2018-11-14']), []],
  ['a party twice', chain(['committee', ''], ['paper', ''], ['committee', '']), [{ kind: 'circle', at: 2, with: 0 }]],
  ['nobody twice is no circle', chain([null, ''], [null, '']), []],
  ['handed on before it was said', chain(['committee', '2018-11'], ['paper', '2018-06']), [{ kind: 'before', at: 1, with: 0 }]],
  ['undated steps are looked past', chain(['committee', '2019'], ['page', ''], ['paper', '2018']), [{ kind: 'before', at: 2, with: 0 }]],
  ['the nearer step counts', chain(['a', '2016'], ['b', '2018'], ['c', '2017']), [{ kind: 'before', at: 2, with: 1 }]],
  ['a year may hold the day', chain(['committee', '2018'], ['paper', '2018-01-02']), []],
  ['an open start may fit', chain(['committee', '[..2018]'], ['paper', '2010']), []],
  ['unreadable dates say nothing', chain(['committee', 'last year'], ['paper', '2010']), []],
  [
    'both at once',
    chain(['a', '2018'], ['a', '2017']),
    [
      { kind: 'circle', at: 1, with: 0 },
      { kind: 'before', at: 1, with: 0 },
    ],
  ],
])('%s', (_name, links, warnings) => expect(chainWarnings(links)).toEqual(warnings));
