import type { Phrase } from './phrase.ts';

export const englishActs: readonly Phrase[] = [
  ['workers recovered 40 bodies of those killed', { act: 'exhumed', figures: ['40 bodies'] }],
  ['The remains of 18 people were pulled from the rubble', { act: 'exhumed', figures: ['18 people'] }],
  ['rescuers dug up 7 corpses', { act: 'exhumed', figures: ['7 bodies'] }],
  ['the wounded recovered in hospital', { act: 'injured' }],
  ['nine people are still missing', { act: 'missing', figures: ['9 people'] }],
  ['six men were tortured to death', { act: 'tortured', figures: ['6 men'] }],
  ['forces rounded up and arrested 22 men', { act: 'detained', figures: ['22 men'] }],
  ['mortars shelled the market for two hours', { act: 'shelled', figures: ['2 hours'] }],
  ['three air strikes hit the hospital', { act: 'struck', figures: ['3 strikes'] }],
  ['The bridge was badly damaged', { act: 'damaged' }],
  ['militiamen looted shops in al-Mansourah', { act: 'looted', place: 'al-Mansourah' }],
  ['The committee said', {}],
  [
    'admitted that its strike on a school in al-Mansourah had killed more than 40 civilians',
    { act: 'killed', modality: 'admits', figures: ['more than 40 civilians'], place: 'al-Mansourah' },
  ],
  ['kept on file as “non-credible” for 15 months', { modality: 'denies', figures: ['15 months'] }],
  ['The ministry denied it', { act: 'denied', modality: 'denies' }],
  ['the army rejected claims that 11 civilians had been killed', { act: 'killed', modality: 'denies', figures: ['11 civilians'] }],
  ['The newspaper retracted its report of 70 deaths', { act: 'killed', modality: 'retracts', figures: ['70 people'] }],
  ['Monitors cast doubt on the figure of 300 dead', { act: 'killed', modality: 'questions', figures: ['300 people'] }],
  ['150 people are feared dead', { act: 'killed', modality: 'predicts', figures: ['150 people'] }],
  ['The ministry has never acknowledged that civilians were killed', { act: 'killed' }],
  ['the ministry conceded that a strike had destroyed four houses', { act: 'destroyed', modality: 'admits', figures: ['4 houses'] }],
  ['Both sides agreed to evacuate 3,500 people', { act: 'evacuated', figures: ['3,500 people'] }],
];
