import { expect, test } from 'vitest';
import { guessLanguage } from './guess-language.ts';

test('the letters and what the source says make a guess', () => {
  expect(guessLanguage('استُخرجت نحو 1236 جثة من المقابر', null)).toBe('ar');
  expect(guessLanguage('گزارش از شهر', null)).toBe('fa');
  expect(guessLanguage('رپورٹ شہر سے', null)).toBe('ur');
  expect(guessLanguage('گزارش', 'ku')).toBe('ku');
  expect(guessLanguage('Тела были найдены', null)).toBe('ru');
  expect(guessLanguage('Їхні тіла', null)).toBe('uk');
  expect(guessLanguage('Тела', 'bg-BG')).toBe('bg-BG');
  expect(guessLanguage('גופות', 'ar')).toBe('he');
  expect(guessLanguage('シリアの報告', null)).toBe('ja');
});

test('Latin letters alone say nothing; a source in another script does not make them its own', () => {
  expect(guessLanguage('Nearly 1,236 bodies', null)).toBeNull();
  expect(guessLanguage('Nearly 1,236 bodies', 'en-GB')).toBe('en-GB');
  expect(guessLanguage('Reuters', 'ar')).toBeNull();
  expect(guessLanguage('1,236', 'en')).toBeNull();
  expect(guessLanguage('ܣܘܪܝܐ', null)).toBe('und-Syrc');
});

test('words in one script within a text of another are told by their own letters', () => {
  expect(guessLanguage('المقابر', 'en')).toBe('ar');
  expect(guessLanguage('ذکر', 'en')).toBe('und-Arab');
});
