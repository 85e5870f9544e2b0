import type { Phrase } from './phrase.ts';

export const englishNames: readonly Phrase[] = [
  [
    'Amnesty International said 90 relatives and neighbours died in Raqqa',
    { act: 'killed', figures: ['90 relatives and neighbours'], place: 'Raqqa', speaker: 'Amnesty International' },
  ],
  [
    'according to the Reconstruction Committee, three mass graves were found',
    { figures: ['3 mass graves'], speaker: 'Reconstruction Committee' },
  ],
  [
    'The Reconstruction Committee of the Raqqa Civil Council reported 1,236 bodies',
    { figures: ['1,236 bodies'], speaker: 'Reconstruction Committee' },
  ],
  [
    'The US-led Coalition has admitted killing 40 civilians near al-Mansourah',
    { act: 'killed', modality: 'admits', figures: ['40 civilians'], place: 'al-Mansourah', speaker: 'the Coalition' },
  ],
  ['“We hit a school,” said the Coalition.', { speaker: 'the Coalition' }],
  ['a Coalition strike killed 12 people in Raqqa', { act: 'killed', figures: ['12 people'], place: 'Raqqa' }],
  [
    'The Reconstruction Committee told the BBC that 40 bodies were exhumed',
    { act: 'exhumed', figures: ['40 bodies'], speaker: 'Reconstruction Committee', via: 'BBC' },
  ],
];
