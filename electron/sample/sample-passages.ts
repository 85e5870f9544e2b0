/** The words, moments and areas that the sample case marks. Each quote stands exactly once in its source. */
import type { PassageTarget } from '#shared/model/passages.ts';
import type { SampleItem } from './sample-facts.ts';

type SamplePassage = { item: SampleItem; target: PassageTarget; comment?: string; tags: string[] };

export const passages = {
  articleFigure: {
    item: 'article',
    target: {
      quote: 'Nearly 1,236 bodies, most of them women and children, have been exhumed from three mass graves in Raqqa',
    },
    comment: 'Exhumed, not killed: a count of the dead who were found.',
    tags: ['figure', 'mass graves'],
  },
  articleSource: {
    item: 'article',
    target: { quote: 'The committee gave the figure in the caption of a video that it posted' },
    comment: 'The paper is not the source. The committee is.',
    tags: ['attribution'],
  },
  articlePhotos: {
    item: 'article',
    target: { quote: 'Photos posted in April belong to the same record.' },
    tags: ['photos', 'to find'],
  },
  articleFamilies: {
    item: 'article',
    target: { quote: 'four families lost at least 90 relatives and neighbours' },
    tags: ['figure'],
  },
  articleAdmission: {
    item: 'article',
    target: {
      quote: 'In June the Coalition admitted that more than 40 civilians were killed in the March 2017 strike on a school in al-Mansourah.',
    },
    tags: ['figure', 'admission'],
  },
  articleReported: {
    item: 'article',
    target: { quote: 'Human Rights Watch had reported on that strike in September 2017.' },
    tags: ['allegation'],
  },
  articleDenial: {
    item: 'article',
    target: { quote: 'For 15 months the Coalition had carried it as “non-credible”.' },
    tags: ['denial'],
  },
  articleConvoy: { item: 'article', target: { quote: 'A BBC report on a convoy deal' }, tags: ['to find'] },
  arabicFigure: {
    item: 'arabic',
    target: { quote: 'استُخرجت نحو 1236 جثة، معظمها لنساء وأطفال، من ثلاث مقابر جماعية في الرقة' },
    tags: ['figure', 'mass graves'],
  },
  videoFigure: {
    item: 'video',
    target: { time: { from: 5.8, to: 9.4 } },
    comment: 'The caption that everyone quotes.',
    tags: ['figure', 'mass graves'],
  },
  videoBreakdown: { item: 'video', target: { time: { from: 10.6, to: 14.2 } }, tags: ['breakdown'] },
  photoGrave: {
    item: 'photo',
    target: { area: { x: 5, y: 50, width: 90, height: 26 } },
    comment: 'The opened plot.',
    tags: ['photos', 'mass graves'],
  },
  reportGraves: {
    item: 'report',
    target: {
      quote: 'nearly 1,236 bodies, most of them women and children, were exhumed from three mass graves in Raqqa',
    },
    comment: 'Says the committee’s figure again.',
    tags: ['figure', 'mass graves'],
  },
  reportReported: {
    item: 'report',
    target: { quote: 'Human Rights Watch published a report about the strike in September 2017' },
    tags: ['allegation'],
  },
  reportDenial: {
    item: 'report',
    target: { quote: 'The Coalition carried the strike as “non-credible” for 15 months' },
    tags: ['denial'],
  },
  reportFamilies: {
    item: 'report',
    target: { quote: 'the four families lost at least 90 relatives and neighbours' },
    tags: ['figure'],
  },
  reportAdmission: {
    item: 'report',
    target: { quote: 'In June it admitted that more than 40 civilians were killed.' },
    tags: ['admission'],
  },
  statementAdmission: {
    item: 'statement',
    target: {
      quote: 'more than 40 civilians were killed in the strike of March 2017 on a school in al-Mansourah',
    },
    tags: ['figure', 'admission'],
  },
  statementDenial: {
    item: 'statement',
    target: { quote: 'The strike had until then been carried as “non-credible”.' },
    tags: ['denial'],
  },
} satisfies Record<string, SamplePassage>;
export type SamplePassageKey = keyof typeof passages;
