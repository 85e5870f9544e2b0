import { describe, expect, test } from 'vitest';
import { formatMessage } from './format-message.ts';
import { isMessage, t } from './index.ts';

const files = import.meta.glob<Record<string, object>>(['./*.ts', '!./*.test.ts'], { eager: true });

describe('a message', () => {
  test('takes its values, numbers grouped', () => {
    expect(formatMessage('{count} of {name}', { count: 1236, name: 'Raqqa' }, 'en')).toBe('1,236 of Raqqa');
  });
  test('chooses the plural, an exact number first', () => {
    const message = '{count, plural, =0 {no findings} one {# finding} other {# findings}}.';
    const worded = [0, 1, 2, 1236].map((count) => formatMessage(message, { count }, 'en'));
    expect(worded).toEqual(['no findings.', '1 finding.', '2 findings.', '1,236 findings.']);
  });
  test('knows the plurals of other languages', () => {
    const message = '{count, plural, one {a} two {b} few {c} many {d} other {e}}';
    expect([1, 2, 3, 11, 100].map((count) => formatMessage(message, { count }, 'ar'))).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
  test('puts values into the chosen branch', () => {
    expect(formatMessage('{n, plural, one {# by {who}} other {# of {who}}}', { n: 2, who: 'them' }, 'en')).toBe('2 of them');
  });
  test('refuses a value not given', () => {
    expect(() => formatMessage('{name}', {}, 'en')).toThrow('name');
  });
  test('is typed and known by name', () => {
    expect(t('library.sources', { count: 1 })).toBe('1 source');
    expect(isMessage('library.sources')).toBe(true);
    expect(isMessage('toString')).toBe(false);
  });
  test('has one meaning: no two files name one', () => {
    const messages = Object.values(files).flatMap((file) => Object.entries(file).filter(([name]) => name.endsWith('Messages')));
    const names = messages.flatMap(([, words]) => Object.keys(words));
    expect(names.length).toBeGreaterThan(1000);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
