import { expect, test } from 'playwright/test';
import { findQuote } from '../shared/anchoring/find-quote.ts';
import { excludedElements, withoutWhiteSpace } from '../shared/anchoring/text-rules.ts';
import { freezeHtml } from '../electron/engine/snapshot/freeze-html.ts';
import { parseHtml } from '../electron/engine/snapshot/html-tree.ts';
import { readSnapshot } from '../electron/engine/snapshot/read-snapshot.ts';
import { snapshotRanges, type RangeSelector } from '../electron/engine/snapshot/snapshot-range.ts';
import { goldenPages } from '../electron/engine/testing/golden/golden-pages.ts';
import { startPlainBrowser } from './support/plain-browser.ts';

/** Pages whose tree only a browser's own parser gets right. */
const harder = [
  { name: 'a line feed after pre', quotes: ['kept line'], html: '<!doctype html><title>t</title><pre>\n\nkept\nline</pre>' },
  {
    name: 'misnested',
    quotes: ['one two three four', 'in a cell'],
    html: '<title>t</title><p>one <b>two <i>three</b> four</i><table><p>before</p><td>in a cell',
  },
  {
    name: 'another namespace',
    quotes: ['in a formula 1,236', 'inside'],
    html: '<!doctype html><title>t</title><p>in a formula <math><mi>1,236</mi></math><p><svg><foreignObject><div>inside</div></foreignObject></svg>',
  },
];

test('a plain browser finds the words of a passage by the range of the frozen page, and nothing else', async () => {
  const browser = await startPlainBrowser();
  try {
    const page = await browser.open();
    for (const { name, quotes, html } of [...goldenPages, ...harder]) {
      const frozen = freezeHtml(Buffer.from(html));
      const { text } = readSnapshot(frozen.html, frozen.metadata);
      const places = quotes.map((quote) => findQuote(text, quote));
      const ranges = places.map((place) => (place.state === 'found' ? place : { start: 0, end: 0 }));
      const selectors = snapshotRanges(parseHtml(frozen.html), text, ranges);
      await page.setContent(frozen.html);
      const excluded = [...excludedElements].join(',');
      const words = await page.evaluate(wordsInDocument, { selectors: selectors as RangeSelector[], excluded });
      expect({ name, words: words.map(withoutWhiteSpace) }).toEqual({
        name,
        words: ranges.map(({ start, end }) => withoutWhiteSpace(text.slice(start, end))),
      });
      expect(words.every((found) => found !== '')).toBe(true);
    }
  } finally {
    await browser.close();
  }
});

/** Runs in the page, with nothing of Holdfast: the DOM's own querySelector and Range, counting textContent. */
function wordsInDocument({ selectors, excluded }: { selectors: RangeSelector[]; excluded: string }): string[] {
  const set = (range: Range, { value, refinedBy }: RangeSelector['startSelector'], side: 'setStart' | 'setEnd') => {
    let left = refinedBy?.type === 'TextPositionSelector' ? refinedBy.start : Number.NaN;
    const walker = document.createTreeWalker(document.querySelector(value)!, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { length } = walker.currentNode as Text;
      if (side === 'setStart' ? left < length : left <= length) return range[side](walker.currentNode, left);
      left -= length;
    }
    throw new Error(`nothing at ${value}`);
  };
  return selectors.map((selector) => {
    const range = document.createRange();
    set(range, selector.startSelector, 'setStart');
    set(range, selector.endSelector, 'setEnd');
    const content = range.cloneContents();
    for (const element of content.querySelectorAll(excluded)) element.remove();
    return content.textContent;
  });
}
