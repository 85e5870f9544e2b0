import fc from 'fast-check';
import { expect, it } from 'vitest';
import { safeName, titleFromName } from './safe-name.ts';
import { belongsTo } from './sidecars.ts';

it('law: any name becomes one that any system takes, and a safe name stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), (name) => {
      const safe = safeName(name);
      expect(safe).toMatch(/^[^\p{C}\p{Z}/\\:*?"<>|.][^\p{C}\p{Z}/\\:*?"<>|]*$/u);
      expect([...safe].length).toBeLessThanOrEqual(100);
      expect(safeName(safe)).toBe(safe);
    }),
  );
});

it('names stay readable', () => {
  expect(safeName('مقابر الرقة (2).pdf')).toBe('مقابر_الرقة_2.pdf');
  expect(safeName('../../etc/passwd')).toBe('etc_passwd');
  expect(safeName('con.txt')).toBe('_con.txt');
  expect(safeName('\n')).toBe('file');
  expect(titleFromName('Report\nof 2018.final.pdf')).toBe('Report of 2018.final');
  expect(titleFromName('.hidden')).toBe('.hidden');
});

it('subtitles belong to the recording of their name', () => {
  for (const name of ['film.srt', 'film.VTT', 'film.ar.srt', 'film.pt-BR.vtt']) expect(belongsTo(name, 'film.mp4'), name).toBe(true);
  for (const name of ['film2.srt', 'film.final.srt', 'film.txt', 'film.mp4', 'a film.srt'])
    expect(belongsTo(name, 'film.mp4'), name).toBe(false);
});
