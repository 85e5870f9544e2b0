import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excludedElements, withoutWhiteSpace } from '#shared/anchoring/text-rules.ts';
import { isElement, isText, localName, parseHtml } from './html-tree.ts';
import type { HtmlParent } from './html-tree.ts';
import { snapshotText } from './snapshot-text.ts';

const textOfHtml = (html: string) => snapshotText(parseHtml(html)).text;

/** The law's other side, written independently and recursively: all text nodes a reader could select. */
function visibleCharacters(node: HtmlParent): string {
  return node.childNodes
    .map((child) => {
      if (isText(child)) return withoutWhiteSpace(child.value);
      return isElement(child) && !excludedElements.has(localName(child)) ? visibleCharacters(child) : '';
    })
    .join('');
}

describe('canonical text of a page', () => {
  it('puts blocks on lines, collapses white space and trims', () => {
    expect(textOfHtml('<title>T</title><h1> Three\n\t graves </h1><p>Nearly <b>1,236</b>&nbsp; bodies<br>in Raqqa</p>  ')).toBe(
      'Three graves\nNearly 1,236 bodies\nin Raqqa',
    );
  });

  it('separates cells by a space and rows by a line', () => {
    expect(textOfHtml('<table><tr><td>a<td>b<tr><th>c<td>d</table>')).toBe('a b\nc d');
  });

  it('leaves out what is no text of the page', () => {
    expect(
      textOfHtml(
        '<p>kept<script>no()</script><style>no{}</style><noscript>no</noscript><textarea>no</textarea><select><option>no</select><svg><title>no</title><text>drawn</text></svg>',
      ),
    ).toBe('keptdrawn');
  });

  it('keeps Arabic, emoji and joiners as they are', () => {
    expect(textOfHtml('<p dir=rtl>الرقة — ١٬٢٣٦ جثة</p><p>👩‍👩‍👧 end')).toBe('الرقة — ١٬٢٣٦ جثة\n👩‍👩‍👧 end');
  });

  it('holds its laws for any mixture of tags, text and space', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<div>',
        '</div>',
        '<p>',
        '<b>',
        '</b>',
        '<td>',
        '<table>',
        '</table>',
        '<li>',
        '<br>',
        '<script>',
        '</script>',
        '<span>',
        '</span>',
        '<textarea>',
        '</textarea>',
        '<svg>',
        '</svg>',
        '<title>',
        '&nbsp;',
        ' ',
        '\n',
        '\t',
        '\u3000',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const document = parseHtml(pieces.join(''));
        const { text, ranges } = snapshotText(document);
        expect(text).not.toMatch(/[^\S\n]{2}|\s\s|^\s|\s$/u);
        expect(withoutWhiteSpace(text)).toBe(visibleCharacters(document));
        for (const range of ranges.values()) expect(text.slice(range.start, range.end)).toBe(text.slice(range.start, range.end).trim());
      }),
      { numRuns: 500 },
    );
  });

  it('survives a page nested 100,000 deep', () => {
    expect(textOfHtml('<div>'.repeat(100_000) + 'deep')).toBe('deep');
  });

  it('reads 20 MB in bounded time', () => {
    const start = performance.now();
    expect(textOfHtml('<p>Some words that repeat</p>'.repeat(700_000)).length).toBe(700_000 * 23 - 1 + 0 * 1);
    expect(performance.now() - start).toBeLessThan(20_000);
  }, 30_000);
});
