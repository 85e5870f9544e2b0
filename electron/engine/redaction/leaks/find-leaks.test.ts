import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLeaks } from './find-leaks.ts';
import { LeakScanner } from './leak-scanner.ts';
import { needlesOf } from './needles.ts';

const name = 'Hána al-Rashíd';
const arabic = 'هناء الرشيد';
const found = (words: string, content: Uint8Array | string) => findLeaks([words], content).filter(({ needle }) => needle.kind === 'phrase');
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

test.each([
  ['as written', `the witness ${name} said`],
  ['in capitals', 'THE WITNESS HÁNA AL-RASHÍD SAID'],
  ['without diacritics', 'hana al-rashid'],
  ['decomposed', name.normalize('NFD')],
  ['over a line end and more spaces', 'Hána\r\n \t al-Rashíd'],
  ['with a no-break space', 'Hána\u00a0al-Rashíd'],
  ['with unseen signs between letters', 'H\u200bá\u200dna\u00ad al\u2060-Ras\ufeffhíd'],
  ['with another hyphen', 'Hána al\u2011Rashíd'],
  ['hyphenated at a line end', 'Hána al-Ras-\nhíd'],
  ['HTML, named', 'H&aacute;na&nbsp;al-Rash&iacute;d'],
  ['HTML, decimal and hexadecimal', 'H&#225;na al&#x2d;Rash&#xED;d'],
  ['HTML escaped twice', 'H&amp;aacute;na al-Rash&amp;iacute;d'],
  ['torn by tags', '<b>Há</b>na al-<span class="x">Ras</span>híd'],
  ['JSON', JSON.stringify(name).replace(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)],
  ['an address', encodeURIComponent(name)],
  ['a form', new URLSearchParams({ q: name }).toString()],
  ['quoted-printable', 'H=C3=A1na al-Ra=\r\nsh=C3=ADd'],
  ['JavaScript', 'H\\xe1na al-Rash\\u{ed}d'.replace('\\xe1', '\\xc3\\xa1')],
])('a withheld name is found %s', (_how, content) => {
  expect(found(name, content)).toHaveLength(1);
  expect(found(name, Buffer.from(content, 'utf8'))).toHaveLength(1);
  expect(found(name, Buffer.concat([Buffer.from([0, 255, 1, 254]), Buffer.from(content), Buffer.from([0, 0, 200])]))).toHaveLength(1);
});

test.each([
  ['UTF-16, little end first', utf16(`x ${name} y`)],
  ['UTF-16, big end first', utf16(`x ${name} y`).swap16()],
  ['UTF-16 at an odd place', Buffer.concat([Buffer.from([7]), utf16(`x ${name} y`)])],
  ['Latin-1', Buffer.from(`x ${name} y`, 'latin1')],
  ['Base64 in a data address', Buffer.from(`{"a":"data:text/plain;base64,${Buffer.from(`ab ${name} y`).toString('base64')}"}`)],
])('a withheld name is found in bytes as %s', (_how, bytes) => {
  expect(found(name, bytes)).toHaveLength(1);
});

test('Arabic is found with marks, other letters for the same sound, a prefix, digits of its own, in old encodings', () => {
  for (const content of ['هَنَاءُ الرَّشِيد', 'هنـــاء الرشید', 'وهناء الرشيد', '\u202bهناء\u202c الرشيد'])
    expect(found(arabic, content), content).toHaveLength(1);
  expect(found('رقم 20180412', 'رقم ٢٠١٨٠٤١٢')).toHaveLength(1);
  expect(found(arabic, utf16(arabic))).toHaveLength(1);
  const windows1256 = Buffer.from([0xe5, 0xe4, 0xc7, 0xc1, 0x20, 0xc7, 0xe1, 0xd1, 0xd4, 0xed, 0xcf]);
  expect(found(arabic, windows1256)).toHaveLength(1);
});

test('words and numbers of four characters and more are looked for alone, whole where the script parts its words', () => {
  expect(needlesOf(['Ali Rashid, 0933 1234567, b. 87']).map(({ folded, kind }) => [kind, folded])).toEqual([
    ['phrase', 'ali rashid 0933 1234567 b 87'],
    ['word', 'rashid'],
    ['number', '0933'],
    ['number', '1234567'],
  ]);
  const parts = (content: string) => findLeaks(['Hana Ghani'], content).map(({ needle }) => needle.folded);
  expect(parts('Hana came')).toEqual(['hana']);
  expect(parts('from Ghana to Afghanistan')).toEqual([]);
  expect(findLeaks(['Ali'], 'salient')).toEqual([]);
  expect(findLeaks(['Ali'], 'said Ali.')).toHaveLength(1);
  expect(findLeaks(['—'], 'a — b')).toEqual([]);
  expect(findLeaks([], 'anything')).toEqual([]);
});

test('law: a phrase is found wherever it stands in a stream, however it is cut', () => {
  const noise = fc.uint8Array({ maxLength: 4000 });
  fc.assert(
    fc.property(noise, noise, fc.integer({ min: 1, max: 997 }), (before, after, step) => {
      const whole = Buffer.concat([Buffer.from(before), Buffer.from(' Hana al-Rashid '), Buffer.from(after)]);
      const scanner = new LeakScanner(['Hana al-Rashid']);
      for (let at = 0; at < whole.length; at += step) scanner.write(whole.subarray(at, at + step));
      expect(scanner.end().some(({ needle }) => needle.kind === 'phrase')).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('a phrase over the edge of two pieces of a large stream is found', () => {
  const scanner = new LeakScanner(['Hana al-Rashid']);
  const piece = Buffer.alloc(1024 * 1024, 'lorem ipsum ');
  for (let count = 0; count < 4; count++) scanner.write(piece);
  scanner.write(Buffer.alloc(16 * 1024 - 5, '.'));
  scanner.write(Buffer.from('Hana al-'));
  for (let count = 0; count < 5; count++) scanner.write(Buffer.concat([Buffer.from(count === 0 ? 'Rashid' : ''), piece]));
  expect(scanner.end().map(({ needle }) => needle.kind)).toContain('phrase');
});

test('random bytes give no leaks of a name', () => {
  let seed = 1;
  const bytes = Buffer.alloc(2_000_000);
  for (let at = 0; at < bytes.length; at++) bytes[at] = (seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 16;
  const start = performance.now();
  expect(findLeaks(['Hana al-Rashid', 'Deir ez-Zor'], bytes)).toEqual([]);
  expect(performance.now() - start).toBeLessThan(20_000);
});
