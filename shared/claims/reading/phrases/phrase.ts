/** Phrases as the press and relief organisations write them, in our own words, with what the rules are to read from each. */
import type { ReadingContext } from '../../../model/claim-draft.ts';

/** What a draft says, shortly. What is not named here is not to be drafted. */
export type Reading = {
  act?: string;
  modality?: string;
  /** Each figure as it would be said: "nearly 1,236 bodies". */
  figures?: string[];
  /** The parts of all breakdowns: "most women, children". */
  who?: string[];
  when?: string;
  saidAt?: string;
  place?: string;
  /** Names of the parties. */
  speaker?: string;
  via?: string;
};
export type Phrase = readonly [quote: string, reading: Reading];
/** A phrase that is not read as it should be. */
export type Miss = readonly [quote: string, should: Reading, reads: Reading];

const place = (name: string) => ({ name, names: {}, latitude: null, longitude: null, precision: 'city' as const });

/** The case in which all phrases stand: an article of Wednesday, 14 November 2018. */
export const phraseContext: ReadingContext = {
  itemDate: '2018-11-14',
  terms: [
    { vocabulary: 'unit', term: 'olive trees', words: ['olive tree', 'olive trees', 'شجرة زيتون'] },
    { vocabulary: 'act', term: 'uprooted', words: ['uprooted', 'اقتلاع', 'اقتلعت'] },
    { vocabulary: 'group', term: 'teachers', words: ['teacher', 'teachers', 'معلمين', 'معلمون'] },
  ],
  names: {
    parties: [
      { id: 'the Coalition', names: ['the Coalition', 'US-led Coalition', 'التحالف الدولي'] },
      { id: 'Amnesty International', names: ['Amnesty International', 'Amnesty', 'منظمة العفو الدولية'] },
      {
        id: 'Reconstruction Committee',
        names: ['Reconstruction Committee of the Raqqa Civil Council', 'Reconstruction Committee', 'لجنة إعادة الإعمار'],
      },
      { id: 'BBC', names: ['BBC', 'بي بي سي'] },
    ],
    places: [
      { place: place('Raqqa'), names: ['Raqqa', 'الرقة'] },
      { place: place('al-Mansourah'), names: ['al-Mansourah', 'المنصورة'] },
    ],
  },
};
