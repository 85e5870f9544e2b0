import { expect, it } from 'vitest';
import { downloadName } from './download-name.ts';

it.each([
  ['report.pdf', 'report.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\boot.ini', 'boot.ini'],
  ['.bashrc', 'bashrc'],
  ['annexe\u202efdp.exe', 'annexefdp.exe'],
  ['a\u0000b\nc.txt', 'abc.txt'],
  ['تقرير نهائي.pdf', 'تقرير نهائي.pdf'],
  ['', 'z b.zip'],
  ['///', 'z b.zip'],
])('%j is called %j', (suggested, expected) => {
  expect(downloadName(suggested, 'https://h/x/z%20b.zip?q')).toBe(expected);
});

it('keeps the ending of an endless name, and finds a name where there is none', () => {
  const name = downloadName(`${'é'.repeat(5000)}.pdf`, 'https://h/');
  expect([[...name].length, name.slice(-4)]).toEqual([200, '.pdf']);
  expect(downloadName('', 'https://h/%E0%A4%A')).toBe('%E0%A4%A');
  expect(downloadName('', 'https://h/')).toBe('download');
});
