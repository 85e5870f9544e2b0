import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isPictureElement, elementPathOf } from './element-path-of.ts';
import { elementsOf, parseHtml } from './html-tree.ts';
import { pageStructure } from './page-structure.ts';
import { selectElements } from './select-elements.ts';
import { snapshotText } from './snapshot-text.ts';

const page = `<body><h1>Three graves</h1><p>Nearly <b>1,236</b> bodies, <em>most</em> women.</p>
<blockquote><p>We counted</p></blockquote>
<ol start=3><li>first<p>more of it</p><ul><li>inner</ul><li>second</ol>
<table><thead><tr><th>Site<th>Bodies</thead><tr><td>Panorama<td>1,236</table>
<figure><img src="data:," alt="A  grave"><figcaption>The site</figcaption></figure>
<pre>one
two</pre><p>end<p dir=rtl>النهاية`;

describe('the structure of a page', () => {
  const document = parseHtml(page);
  const { text } = snapshotText(document);
  const structure = pageStructure(document);
  const lineOf = (words: string) => structure.lines.find(({ start, end }) => text.slice(start, end) === words);

  it('tells what each line is, and leaves plain paragraphs out', () => {
    expect(lineOf('Three graves')?.is).toEqual({ kind: 'heading', level: 1 });
    expect(lineOf('We counted')).toMatchObject({ quoted: true, is: { kind: 'plain' } });
    expect(lineOf('first')?.is).toEqual({ kind: 'item', level: 1, marker: 3, first: true });
    expect(lineOf('more of it')?.is).toEqual({ kind: 'item', level: 1, marker: 3, first: false });
    expect(lineOf('inner')?.is).toEqual({ kind: 'item', level: 2, marker: null, first: true });
    expect(lineOf('second')?.is).toEqual({ kind: 'item', level: 1, marker: 4, first: true });
    expect(lineOf('The site')?.is).toEqual({ kind: 'caption' });
    expect(lineOf('end')).toBeUndefined();
    expect(lineOf('النهاية')).toBeUndefined();
  });

  it('knows the cells of a row, the emphasised words and the pictures', () => {
    const row = lineOf('Panorama 1,236')?.is;
    expect(row?.kind === 'row' && row.cells.map(({ start, end }) => text.slice(start, end))).toEqual(['Panorama', '1,236']);
    expect(lineOf('Site Bodies')?.is).toMatchObject({ kind: 'row', head: true });
    const emphasised = structure.emphasis.map(({ start, end, as }) => [text.slice(start, end), as]);
    expect(emphasised.slice(0, 2)).toEqual([
      ['1,236', 'strong'],
      ['most', 'em'],
    ]);
    expect(structure.pictures).toEqual([
      { at: expect.any(Number) as number, element: 'html > body > figure:nth-of-type(1) > img:nth-of-type(1)', alt: 'A grave' },
    ]);
    expect(text.slice(structure.pictures[0]!.at).trim()).toMatch(/^The site/);
  });
});

const piece = fc.constantFrom(
  '<div>', '</div>', '<ul>', '<li>', '</ul>', '<table>', '<tr>', '<td>', '</table>', '<blockquote>', '</blockquote>', '<h2>', '</h2>', '<b>', '</b>',
  '<pre>', '</pre>', 'words ', 'جثة', '\n', '<svg>', '</svg>', '<img src=x>', '<video poster=x></video>', '<br>', '<p>', '<select><option>no</select>',
); // prettier-ignore

test('whatever the page: lines are whole lines of the text, in order, and cells lie within them', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const document = parseHtml(pieces.join(''));
      const { text } = snapshotText(document);
      let last = -1;
      for (const { start, end, is } of pageStructure(document).lines) {
        expect(start).toBeGreaterThan(last);
        expect(start === 0 || text[start - 1] === '\n').toBe(true);
        expect(end === text.length || text[end] === '\n').toBe(true);
        if (is.kind === 'row') for (const cell of is.cells) expect(cell.end > cell.start).toBe(true);
        last = start;
      }
    }),
    { numRuns: 300 },
  );
});

test('whatever the page: the path of an element names that element alone', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const document = parseHtml(pieces.join(''));
      for (const element of elementsOf(document)) expect(selectElements(document, elementPathOf(element)!, 2)).toEqual([element]);
    }),
    { numRuns: 200 },
  );
});

describe('selecting elements', () => {
  const document = parseHtml(
    '<div id="a:b" class="x y"><img src=1 title="one two"><p><img src=2></p><svg><svg></svg></svg><input type=image src=3><img></div>',
  );
  const sources = (selector: string) =>
    selectElements(document, selector, 9).map(({ attrs }) => attrs.find(({ name }) => name === 'src')?.value);

  it.each([
    ['#a\\:b > img', ['1', undefined]],
    ['.x.y img:first-child', ['1', '2']],
    ['img[title="one two"]', ['1']],
    ['p > img', ['2']],
    ['img ~ p img', ['2']],
    ['svg + input', ['3']],
    ['img:nth-child(1)', ['1', '2']],
    ['div > img:last-child', [undefined]],
    ['em', []],
  ])('%s', (selector, expected) => expect(sources(selector)).toEqual(expected));

  it.each(['img, p', 'img:hover', 'img[src^="x"]', 'img::before', '>', '', 'img:nth-child(2n+1)', 'x'.repeat(30_000)])(
    'refuses %.20s',
    (selector) => {
      expect(() => sources(selector)).toThrow(/wrong-input/);
    },
  );

  it('tells pictures from what only may become one', () => {
    const pictures = [...elementsOf(document)].filter(isPictureElement).map(({ tagName }) => tagName);
    expect(pictures).toEqual(['img', 'img', 'svg', 'input']);
  });
});
