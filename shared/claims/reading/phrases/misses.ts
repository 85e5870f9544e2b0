import type { Miss } from './phrase.ts';

/** What each should read, and what is read instead. A phrase that comes to be read right fails the test and moves to a table. */
export const misses: readonly Miss[] = [
  ['A woman and her two children were among those killed.', { act: 'killed', figures: ['1 women', '2 children'] }, { act: 'killed', figures: ['2 children'] }],
  // Halves and thirds: no qualifier of the model keeps them.
  ['Half of the victims were children.', { figures: ['an unknown number of people'], who: ['half children'] }, {}],
  ['بلغ عدد الضحايا 1236 ضحية نصفهم من الأطفال', { figures: ['1,236 victims'], who: ['half children'] }, { figures: ['1,236 victims'] }],
  ['ten civilians, half of them children, were killed', { act: 'killed', figures: ['10 civilians'], who: ['half children'] }, { act: 'killed', figures: ['10 civilians'] }],
  // Other calendars.
  ['during Ramadan 2017', { when: '2017-05-27/2017-06-24' }, {}],
  ['1.2m people', { figures: ['1,200,000 people'] }, {}],
  ['killing him and three of his brothers', { act: 'killed', figures: ['3 brothers'] }, { act: 'killed' }],
];
