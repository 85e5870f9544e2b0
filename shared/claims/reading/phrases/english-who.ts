import type { Phrase } from './phrase.ts';

export const englishWho: readonly Phrase[] = [
  [
    '1,236 bodies, most of them women and children, were exhumed',
    { act: 'exhumed', figures: ['1,236 bodies'], who: ['most women, children'] },
  ],
  ['Most are women and children', { figures: ['an unknown number of people'], who: ['most women, children'] }],
  ['40 civilians, mostly women', { figures: ['40 civilians'], who: ['most women'] }],
  ['61 people died, the majority of whom were children', { act: 'killed', figures: ['61 people'], who: ['most children'] }],
  ['40 people including at least 12 children', { figures: ['40 people'], who: ['at least 12 children'] }],
  [
    '33 people were killed, including 12 children and eight women',
    { act: 'killed', figures: ['33 people'], who: ['12 children', '8 women'] },
  ],
  ['40 people, among them women, children and journalists', { figures: ['40 people'], who: ['some women, children, journalists'] }],
  ['Of the 90 people buried there, more than half were children', { act: 'buried', figures: ['90 people'], who: ['most children'] }],
  ['at least 17 people, three of them children, were wounded', { act: 'injured', figures: ['at least 17 people'], who: ['3 children'] }],
  ['24 bodies were recovered, nine of which were women', { act: 'exhumed', figures: ['24 bodies'], who: ['9 women'] }],
  ['a dozen detainees, many of them elderly', { figures: ['12 detainees'], who: ['many older people'] }],
  [
    '56 civilians, including two medics and a number of teachers',
    { figures: ['56 civilians'], who: ['2 health workers', 'some teachers'] },
  ],
  ['37 dead, among them between five and seven children', { act: 'killed', figures: ['37 people'], who: ['between 5 and 7 children'] }],
];
