import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText, normaliseLines } from './decode-text.ts';

const french = 'Près de 1 236 corps ont été exhumés ; la plupart étaient des femmes et des enfants, selon le comité.';
const arabic = 'استُخرجت نحو 1236 جثة، معظمها لنساء وأطفال، من ثلاث مقابر جماعية في الرقة'.replace(/\u064f/g, '');

describe('bytes as text', () => {
  it.each([
    ['utf-8', 'utf-8', french],
    ['utf-8', 'utf-8', arabic],
    ['windows-1252', 'windows-1252', french],
    ['windows-1256', 'windows-1256', arabic],
  ])('in %s are read as %s', (written, charset, text) => {
    expect(decodeText(iconv.encode(text, written))).toMatchObject({ text, charset });
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'])('with the mark of %s lose the mark and nothing else', (charset) => {
    expect(decodeText(iconv.encode(`${arabic}\n`, charset, { addBOM: true }))).toEqual({
      text: `${arabic}\n`,
      charset,
      from: 'bom',
      confidence: null,
    });
  });

  it.each(['utf-16le', 'utf-16be'])('in %s without a mark are told by their zeros', (charset) => {
    expect(decodeText(iconv.encode('Nearly 1,236 bodies\r\n', charset))).toMatchObject({
      text: 'Nearly 1,236 bodies\r\n',
      charset,
      from: 'zeros',
    });
  });

  it('law: whatever can be written in UTF-8 is read back', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!text.startsWith('\ufeff') && !text.includes('\0'));
      expect(decodeText(Buffer.from(text, 'utf8')).text).toBe(text);
    })); // prettier-ignore
  });

  it('law: any bytes at all are read without failing', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => typeof decodeText(bytes).text === 'string'));
  });
});

it('line ends of any system become LF, once', () => {
  expect(normaliseLines('a\r\nb\rc\nd\r\r\ne')).toBe('a\nb\nc\nd\n\ne');
});
