import { expect, test } from 'vitest';
import { eventsOf } from './events.ts';

test('the incident first, then each act as claims date it, the most claimed first', () => {
  const claims = [
    { act: 'exhumed', when: '2018' },
    { act: 'killed', when: '2017-03-20' },
    { act: 'killed', when: '2017-03-20' },
    { act: 'killed', when: null },
  ];
  expect(eventsOf('2017-03', claims)).toEqual([
    { when: '2017-03', label: 'the incident' },
    { when: '2017-03-20', label: 'killed (2 claims)' },
    { when: '2018', label: 'exhumed (1 claim)' },
  ]);
  expect(eventsOf('2018', claims)[0]).toEqual({ when: '2018', label: 'the incident, exhumed (1 claim)' });
  expect(eventsOf(null, [])).toEqual([]);
});
