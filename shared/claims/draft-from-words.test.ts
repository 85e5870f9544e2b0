import { describe, expect, test } from 'vitest';
import { draftFromWords } from './draft-from-words.ts';
import { figureWords } from './figure-words.ts';
import { numberAt } from './reading/numbers.ts';
import { tokensOf } from './reading/tokens.ts';

/** Quantities as "figure unit", for short tables. */
const figures = (quote: string) => (draftFromWords(quote).fields.quantities ?? []).map((one) => `${figureWords(one)} ${one.unit}`);

describe('counts', () => {
  test.each([
    ['nearly 1,236 bodies', ['nearly 1,236 bodies']],
    ['Nearly 1,236 bodies have been exhumed so far from three mass graves', ['nearly 1,236 bodies', '3 mass graves']],
    ['at least 90 relatives', ['at least 90 relatives']],
    ['at least 90 relatives and neighbours', ['at least 90 relatives and neighbours']],
    ['four families who lost at least 90 relatives and neighbors', ['4 families', 'at least 90 relatives and neighbours']],
    ['more than 40 civilians', ['more than 40 civilians']],
    ['over 1,200 bodies', ['more than 1,200 bodies']],
    ['four families', ['4 families']],
    ['three mass graves', ['3 mass graves']],
    ['dozens of civilians', ['dozens of civilians']],
    ['hundreds of people', ['hundreds of people']],
    ['tens of thousands of people', ['thousands of people']],
    ['several strikes', ['several strikes']],
    ['up to 30 people', ['up to 30 people']],
    ['as many as thirty people', ['up to 30 people']],
    ['fewer than 12 fighters', ['less than 12 fighters']],
    ['some 500 bodies', ['about 500 bodies']],
    ['around 500 bodies', ['about 500 bodies']],
    ['an estimated 2.5 million people', ['about 2,500,000 people']],
    ['between 20 and 30 people', ['between 20 and 30 people']],
    ['20-30 people', ['between 20 and 30 people']],
    ['from 20 to 30 families', ['between 20 and 30 families']],
    ['40 or more civilians', ['at least 40 civilians']],
    ['40+ civilians', ['at least 40 civilians']],
    ['two dozen people', ['24 people']],
    ['a hundred and five people', ['105 people']],
    ['one thousand two hundred and thirty-six bodies', ['1,236 bodies']],
    ['40 Syrian civilians', ['40 civilians']],
    ['90 of their relatives', ['90 relatives']],
    ['at least 40 were killed', ['at least 40 people']],
    ['a strike killed 40.', ['40 people']],
    ['killing at least 33 and wounding 12', ['at least 33 people', '12 people']],
    ['kept on file for 15 months', ['15 months']],
    ['a 70-page report', ['70 pages']],
    ['an unknown number of civilians', ['an unknown number of civilians']],
    ['women and children', []],
    ['in 2017 the city fell', []],
    ['a school in al-Mansourah', []],
    ['the families', []],
  ])('%s', (quote, expected) => expect(figures(quote)).toEqual(expected));
});

describe('who they were', () => {
  test.each([
    ['1,236 bodies, most of them women and children, were exhumed', [{ qualifier: 'most', groups: ['women', 'children'] }]],
    ['Most are women and children', [{ qualifier: 'most', groups: ['women', 'children'] }]],
    ['40 civilians, mostly women', [{ qualifier: 'most', groups: ['women'] }]],
    ['40 people including at least 12 children', [{ qualifier: 'at least', value: 12, groups: ['children'] }]],
    ['40 people, among them women, children and journalists', [{ qualifier: 'some', groups: ['women', 'children', 'journalists'] }]],
  ])('%s', (quote, breakdown) => {
    const { quantities } = draftFromWords(quote).fields;
    expect(quantities).toHaveLength(1);
    expect(quantities?.[0]?.breakdown).toMatchObject(breakdown);
  });
});

describe('what happened, and how it is said', () => {
  test.each([
    ['Nearly 1,236 bodies have been exhumed', 'exhumed', undefined],
    ['workers recovered 40 bodies of those killed', 'exhumed', undefined],
    ['admitted that its strike on a school in al-Mansourah had killed more than 40 civilians', 'killed', 'admits'],
    ['kept on file as “non-credible” for 15 months', undefined, 'denies'],
    ['The Coalition denied it', 'denied', 'denies'],
    ['12 people were wounded', 'injured', undefined],
    ['four families who lost at least 90 relatives', 'lost', undefined],
    ['the committee said', undefined, undefined],
    ['thousands of people fled', 'displaced', undefined],
  ])('%s', (quote, act, modality) => {
    const { fields } = draftFromWords(quote);
    expect([fields.act, fields.modality]).toEqual([act, modality]);
  });
});

describe('dates that say their year', () => {
  test.each([
    ['a strike in March 2017', '2017-03', undefined],
    ['on 20 March 2017 the school was struck', '2017-03-20', undefined],
    ['on March 20, 2017', '2017-03-20', undefined],
    ['around November 2018', '2018-11~', undefined],
    ['in 2017', '2017', undefined],
    ['the Coalition admitted in June 2018 that a strike in March 2017 killed 40 civilians', '2017-03', '2018-06'],
    ['in April', undefined, undefined],
    ['the 2018 count', undefined, undefined],
  ])('%s', (quote, when, saidAt) => {
    const { fields } = draftFromWords(quote);
    expect([fields.when, fields.saidAt]).toEqual([when, saidAt]);
  });
});

test('every drafted field names the words it was read from, as they stand in the quote', () => {
  const quote = 'Nearly 1,236 bodies,\nmost of them women and children, have been exhumed from three mass graves';
  expect(draftFromWords(quote).read).toEqual([
    { field: 'quantities.0', from: 'Nearly 1,236 bodies', start: 0, end: 19, rule: null },
    { field: 'quantities.1', from: 'three mass graves', start: 77, end: 94, rule: null },
    { field: 'quantities.0.breakdown', from: 'most of them women and children', start: 21, end: 52, rule: null },
    { field: 'act', from: 'exhumed', start: 64, end: 71, rule: null },
  ]);
});

test('words with vowel marks, tatweel and other forms of letters keep their places', () => {
  const quote = 'قُتِـلَ أَكْثَرُ مِنْ ١٬٢٣٦ مَدَنِيًّا في ٱلرَّقَّة';
  const { fields, read } = draftFromWords(quote, {
    names: { places: [{ place: { name: 'Raqqa', names: {}, latitude: null, longitude: null, precision: 'city' }, names: ['الرقة'] }] },
  });
  expect(fields).toMatchObject({
    act: 'killed',
    quantities: [{ qualifier: 'more than', value: 1236, unit: 'civilians' }],
    place: { name: 'Raqqa' },
  });
  expect(read.map(({ field, from }) => [field, from])).toEqual([
    ['quantities.0', 'أَكْثَرُ مِنْ ١٬٢٣٦ مَدَنِيًّا'],
    ['act', 'قُتِـلَ'],
    ['place', 'ٱلرَّقَّة'],
  ]);
});

test.each([
  ['1,236', 1236],
  ['1 236', 1236],
  ['two hundred', 200],
  ['half a dozen', 6],
  ['ninety-nine', 99],
  ['2.5 million', 2_500_000],
  ['a million', 1e6],
])('%s is %d', (text, value) => expect(numberAt(tokensOf(text), 0)?.value).toBe(value));
