import { describe, expect, test } from 'vitest';
import { findQuote } from './find-quote.ts';

function found(text: string, quote: string, context = {}) {
  const answer = findQuote(text, quote, context);
  return answer.state === 'found' ? text.slice(answer.start, answer.end) : answer;
}

describe('a bare quote', () => {
  test('is found letter for letter', () => {
    expect(found('He said: 40 civilians died.', '40 civilians')).toBe('40 civilians');
  });

  test('that stands several times is ambiguous and counted; what stands round it settles it', () => {
    const text = 'In April 3 died. In May 3 died. In June 3 died.';
    expect(findQuote(text, '3 died')).toEqual({ state: 'ambiguous', count: 3 });
    expect(findQuote(text, '3 died', { prefix: 'In May ' })).toEqual({ state: 'found', start: 24, end: 30 });
    expect(findQuote(text, '3 died', { suffix: '. In May' })).toMatchObject({ start: 9 });
    expect(findQuote(text, '3 died', { prefix: 'In July ' })).toEqual({ state: 'unresolved' });
  });

  test('that does not stand there is unresolved, however alike', () => {
    for (const near of ['Nearly 1,238 bodies', 'Nearly 1,236 body', 'early 1,236  bodies', 'Nearly 1,236 bod ies', '1 236 bodies']) {
      expect(findQuote('Nearly 1,236 bodies were exhumed', near), near).toEqual({ state: 'unresolved' });
    }
    expect(findQuote('the therapist', 'the rapist')).toEqual({ state: 'unresolved' });
    expect(findQuote('', 'x')).toEqual({ state: 'unresolved' });
    expect(findQuote('some words', '  ')).toEqual({ state: 'unresolved' });
  });

  test('matches through white space, soft hyphens, ligatures, case and typographic marks', () => {
    expect(found('were\nexhumed  so far', 'exhumed so far')).toBe('exhumed  so far');
    expect(found('the ex\u00adhumed dead', 'exhumed')).toBe('ex\u00adhumed');
    expect(found('an oﬃcial ﬁgure', 'official figure')).toBe('oﬃcial ﬁgure');
    expect(found('the committee’s “count”', `COMMITTEE'S "count"`)).toBe('committee’s “count”');
    expect(found('von 2017–2018 an', '2017-2018')).toBe('2017–2018');
    expect(found('Der Café\u0301 Straße', 'strasse')).toBe('Straße');
  });

  test('matches through diacritics, whether composed or not', () => {
    expect(found('à la mémoire des victimes', 'me\u0301moire')).toBe('mémoire');
    expect(found('à la me\u0301moire des', 'memoire')).toBe('me\u0301moire');
  });

  test('matches Arabic through presentation forms, vowel marks and tatweel', () => {
    expect(found('عُثِرَ على المَقابر الجماعية', 'المقابر الجماعية')).toBe('المَقابر الجماعية');
    expect(found('في الرقـــة اليوم', 'الرقة')).toBe('الرقـــة');
    // The same words as presentation forms, lam-alef ligature included.
    expect(found('\ufe97\ufefc\ufe9b\ufe94 \ufee3\ufed8\ufe8e\ufe91\ufeae', 'تلاثة مقابر')).toBe(
      '\ufe97\ufefc\ufe9b\ufe94 \ufee3\ufed8\ufe8e\ufe91\ufeae',
    );
  });

  test('matches Chinese across a line end, where no space belongs', () => {
    expect(found('挖出了一千\n二百三十六具遗体', '一千二百三十六具')).toBe('一千\n二百三十六具');
  });

  test('counts in UTF-16 code units outside the BMP and never cuts a character', () => {
    const text = '𐤀𐤁 🏚️ 40 civilians 𐤂';
    expect(findQuote(text, '40 civilians')).toEqual({
      state: 'found',
      start: text.indexOf('40'),
      end: text.indexOf('40') + 12,
    });
    expect(findQuote('𐤀', '\udd00')).toEqual({ state: 'unresolved' });
  });
});
