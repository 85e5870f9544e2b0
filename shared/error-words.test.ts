import { expect, test } from 'vitest';
import { errorCodes, HoldfastError, toErrorData } from './errors.ts';
import { errorWords } from './error-words.ts';

test('every error has words and a remedy, and names its facts', () => {
  for (const code of errorCodes) {
    const { title, remedy } = errorWords({ code, facts: {} });
    expect(title.length, code).toBeGreaterThan(5);
    expect(remedy.length, code).toBeGreaterThan(5);
    expect(title + remedy, code).not.toMatch(/[{}]/);
  }
  expect(errorWords({ code: 'file-empty', facts: { path: '/home/a/تقرير 🌊.pdf' } }).title).toBe('/home/a/تقرير 🌊.pdf is empty.');
});

test('system errors become codes a person can act on', () => {
  expect(toErrorData(Object.assign(new Error('x'), { code: 'ENOSPC', path: '/a' }))).toEqual({ code: 'disk-full', facts: { path: '/a' } });
  expect(toErrorData(new HoldfastError('file-empty', { path: 'p' }))).toEqual({ code: 'file-empty', facts: { path: 'p' } });
  expect(toErrorData(new Error('boom')).code).toBe('internal');
});
