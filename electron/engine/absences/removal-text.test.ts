import { describe, expect, test } from 'vitest';
import { removalPhrases } from './removal-phrases.ts';
import { removalWords } from './removal-text.ts';

const menu = ['Home', 'World', 'Video', 'About us', 'Contact', 'Subscribe'].join('\n');
const long = 'A paragraph of an article with enough words in it to be read as one, and more of them than a notice has. '.repeat(40);

describe('reads like a notice of removal', () => {
  for (const [language, phrases] of Object.entries(removalPhrases))
    for (const phrase of phrases)
      test(`${language}: ${phrase}`, () => {
        expect(removalWords({ title: 'A site', text: `${menu}\n${phrase}.\n${menu}`, earlierLength: null })).toEqual({
          words: phrase,
          wordsIn: 'text',
        });
      });

  test('by its title, in other letters', () => {
    const title = 'PAGE NOT FOUND – The Paper';
    expect(removalWords({ title, text: `${menu}\nSorry.`, earlierLength: null })).toEqual({ words: 'PAGE NOT FOUND', wordsIn: 'title' });
  });

  test('with vowel marks and a typographic apostrophe', () => {
    expect(removalWords({ title: '', text: 'عذراً، الصَّفحة غير موجودة', earlierLength: null })?.words).toBe('الصَّفحة غير موجودة');
    expect(removalWords({ title: 'This video isn’t available anymore', text: '', earlierLength: null })?.words).toBe(
      'video isn’t available',
    );
  });

  test('when most of the earlier text is gone, also on a longer page', () => {
    const text = `${menu}\nThis content has been removed\n${long.slice(0, 3500)}`;
    expect(removalWords({ title: '', text, earlierLength: 40_000 })?.words).toBe('content has been removed');
    expect(removalWords({ title: '', text, earlierLength: 9000 })).toBeNull();
    expect(removalWords({ title: '', text, earlierLength: null })).toBeNull();
  });
});

describe('does not', () => {
  test('when an article speaks of it', () => {
    expect(removalWords({ title: 'Page not found: how archives vanish', text: long, earlierLength: null })).toBeNull();
    const sentence = `The video that showed the convoy is widely cited; the uploader says that the video has been removed by the platform, and nobody has a copy of it.`;
    expect(removalWords({ title: 'Convoy', text: sentence, earlierLength: null })).toBeNull();
  });

  test('for a short page that says something else', () => {
    expect(removalWords({ title: 'Contact', text: 'Write to us. Not found what you look for? Call.', earlierLength: 50_000 })).toBeNull();
    expect(removalWords({ title: '', text: '', earlierLength: 10_000 })).toBeNull();
  });
});
