import { describe, expect, test } from 'vitest';
import { alikeWords } from './alike-words.ts';
import { describeWords } from './describe-words.ts';
import { findQuote } from './find-quote.ts';
import { resolveWords } from './resolve-words.ts';
import type { Selector } from '../model/passages.ts';
import { cutsWord, wholeLetters } from './word-edges.ts';

const found = (text: string, quote: string) => {
  const answer = findQuote(text, quote);
  return answer.state === 'found' ? text.slice(answer.start, answer.end) : answer.state;
};

describe('a quote is found', () => {
  test.each([
    ['over a hyphen at a line end', 'were exhu-\nmed from', 'exhumed', 'exhu-\nmed'],
    ['over a hyphen at a page end', 'were exhu-\n\nmed from', 'exhumed', 'exhu-\n\nmed'],
    ['with the hyphen it was written with', 'a well-\nknown place', 'well-known', 'well-\nknown'],
    ['over a soft hyphen', 'ex\u00adhu\u00admed', 'exhumed', 'ex\u00adhu\u00admed'],
    ['with alef wasla as alef', 'في ٱلرقة', 'الرقة', 'ٱلرقة'],
    ['with hamza or without', 'أُخرجت من إدلب', 'اخرجت من ادلب', 'أُخرجت من إدلب'],
    ['with Persian letters for Arabic ones', 'في سوریا', 'سوريا', 'سوریا'],
    ['with digits of another script', 'نحو ١٬٢٣٦ جثة', '1٬236 جثة', '١٬٢٣٦ جثة'],
    ['with the marks of its last letter', 'le cafe\u0301 est', 'le cafe', 'le cafe\u0301'],
  ])('%s', (_, text, quote, words) => {
    expect(found(text, quote)).toBe(words);
  });

  test.each([
    ['in a longer figure', '11,236 bodies', '1,236 bodies'],
    ['as the end of a figure', 'nearly 1,236 bodies', '236 bodies'],
    ['as the start of a figure', 'some 1.5 million', '1'],
    ['as the start of a year', 'in 20181', '2018'],
    ['where a hyphen joins figures', 'rows 1-\n236', '1236'],
    ['where a list has a dash', 'one -\ntwo', 'onetwo'],
  ])('never %s', (_, text, quote) => {
    expect(found(text, quote)).toBe('unresolved');
  });

  test('as part of a date, which is several figures', () => {
    expect(found('am 14.11.2018 in', '2018')).toBe('2018');
  });
});

describe('where a text can be cut', () => {
  test.each([
    ['graves|tones', true],
    ['graves| in', false],
    ['1|,236', true],
    ['1,|236', true],
    ['14.|11.2018', false],
    ['cafe|\u0301', true],
    ['一千|二百', false],
    ['𐤀|𐤁', true],
    ['|a', false],
  ])('%s', (marked, cuts) => {
    expect(cutsWord(marked.replace('|', ''), marked.indexOf('|'))).toBe(cuts);
  });

  test('a range grows to whole letters, over any number of marks', () => {
    const text = 'x قُِّ y';
    expect(wholeLetters(text, 2, 3)).toEqual({ start: 2, end: 6 });
    expect(wholeLetters(text, 4, 5)).toEqual({ start: 2, end: 6 });
    expect(wholeLetters(text, 0, text.length)).toEqual({ start: 0, end: text.length });
  });
});

describe('like words', () => {
  test.each([
    ['bodies were exhumed', 'bodies were exhumned', true],
    ['bodies were exhumed', 'bodies, were ex\u00adhumed', true],
    ['were killed', 'were not killed', false],
    ['were identified', 'were unidentified', false],
    ['it was legal', 'it was illegal', false],
    ['now known', 'not known', false],
    ['by Hassan', 'by Hasan', false],
    ['Mansourah school', 'Mansoura school', false],
    ['in 2017', 'in 2018', false],
    ['twelve people', 'eleven people', false],
    ['محمد', 'محمود', false],
    ['المستشفيات', 'المستشفياات', true],
    ['一千二百三十六具遗体被挖出', '一千二百三十七具遗体被挖出', false],
  ])('%s / %s', (quote, other, like) => {
    expect(alikeWords(quote, other)).toBe(like);
  });
});

describe('words that were changed around', () => {
  const text = 'Before it all began. The committee said that 40 were wounded in the strike. After that came the winter.';
  const quote = 'The committee said that 40 were wounded in the strike.';
  const selectors = describeWords(text, text.indexOf(quote), text.indexOf(quote) + quote.length);

  test('are another sentence, unless it is known that they are an edit of this one; a figure is never that', () => {
    const edited = text.replace('said that 40', 'says 40');
    expect(resolveWords(edited, selectors).state).toBe('lost');
    const answer = resolveWords(edited, selectors, { edited: true });
    expect(answer.state).toBe('approximate');
    expect(edited.slice(answer.start ?? 0, answer.end ?? 0)).toBe('The committee says 40 were wounded in the strike.');
    expect(resolveWords(text.replace('40', '41'), selectors, { edited: true }).state).toBe('lost');
  });

  test('are not at their position when a figure has grown round them', () => {
    const described = describeWords('1,236 bodies', 0, 5);
    expect(resolveWords('1,2367 bodies', described).state).toBe('lost');
  });

  test('are looked for on the page they were on', () => {
    const pages = `${'The same line here. '.repeat(3)}\n\n${'The same line here. '.repeat(3)}`;
    const [words] = describeWords(pages, 0, 18);
    const place = { start: 62, end: pages.length };
    expect(
      resolveWords(pages, [{ ...words, prefix: '. ', suffix: ' The' } as Selector], { place: () => place }).start,
    ).toBeGreaterThanOrEqual(62);
  });
});
