import { describe, expect, test } from 'vitest';
import { draftFromWords } from '../draft-from-words.ts';
import { ruleWords } from './rule-words.ts';

const rulesOf = (quote: string, itemDate: string | null = '2018-11-14') =>
  draftFromWords(quote, { itemDate }).read.flatMap(({ rule }) => (rule === null ? [] : [ruleWords(rule)]));

describe('the rule is shown with the date it counted from', () => {
  test.each([
    ['struck in June', 'June on or before the item’s date, 14 November 2018'],
    ['struck last March', 'March before the item’s date, 14 November 2018'],
    ['struck in early June', 'June on or before the item’s date, 14 November 2018; early is taken as about its 1st to 10th day'],
    ['struck on 20 March', '20 March on or before the item’s date, 14 November 2018'],
    ['struck on Tuesday', 'the Tuesday on or before the item’s date, 14 November 2018'],
    ['struck last summer', 'the last summer that had ended by the item’s date, 14 November 2018'],
    ['struck last year', 'the year before that of the item’s date, 14 November 2018'],
    ['struck late last year', 'the year before that of the item’s date, 14 November 2018; late is taken as about September to December'],
    ['struck last week', 'the week before that of the item’s date, 14 November 2018, Monday to Sunday'],
    ['struck yesterday', 'the day before the item’s date, 14 November 2018'],
    ['struck earlier this month', 'the month of the item’s date, 14 November 2018'],
    ['struck two days ago', '2 days before the item’s date, 14 November 2018'],
    ['struck a year ago', 'one year before the item’s date, 14 November 2018, about'],
    ['struck over the past six months', 'the 6 months up to the item’s date, 14 November 2018'],
    ['struck in early 2017', 'early in a year is taken as about January to April'],
    ['at least 40 bodies', undefined],
    ['40 were killed', 'the words do not name what is counted; people are meant'],
    ['Most are women', 'the words tell who they were, but not how many in all'],
    ['killed a woman', 'the noun stands in the singular, which means one'],
    ['قتل طفلان', 'the noun stands in the dual, which means two'],
  ])('%s', (quote, words) => expect(rulesOf(quote)).toEqual(words === undefined ? [] : [words]));
});

test('a date that says its year needs no rule', () => expect(rulesOf('struck on 20 March 2017')).toEqual([]));

describe('the item’s date', () => {
  const when = (quote: string, itemDate: string | null) => draftFromWords(quote, { itemDate }).fields.when;
  test.each([
    ['in June', null, undefined],
    ['last year', null, undefined],
    ['yesterday', null, undefined],
    ['in June', 'some day', undefined],
    ['in June', '2018-11', '2018-06'],
    ['in November', '2018-11', '2018-11'],
    ['yesterday', '2018-11', undefined],
    ['last year', '2018', '2017'],
    // Published before or after June: the words do not tell which.
    ['in June', '2018', undefined],
    ['in June', '2018-06-01', '2018-06'],
    ['in July', '2018-06-30', '2017-07'],
    ['last year', '2018~', '2017~'],
    ['in June', '2018-11?', '2018-06~'],
    ['yesterday', '2018-01-01', '2017-12-31'],
    ['last month', '2018-01-15', '2017-12'],
    ['last week', '2018-01-01', '2017-12-25/2017-12-31'],
    ['on 29 February', '2018-11-14', undefined],
    ['last winter', '2018-11-14', '2017-12~/2018-02~'],
    ['in June', '2018-11-14/..', undefined],
  ])('%s, in an item of %s', (quote, itemDate, expected) => expect(when(`12 people were killed ${quote}`, itemDate)).toBe(expected));
});
