/**
 * Pages and PDFs with the passages they must give, compared whole with golden-passages.json. A change of them is a change
 * of what is kept as evidence: look at every line before running with HOLDFAST_GOLDEN=write, which writes them anew.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { excludedElements, withoutWhiteSpace } from '#shared/anchoring/text-rules.ts';
import { readQuads } from '#shared/anchoring/quads-svg.ts';
import type { Selector } from '#shared/model/passages.ts';
import type { CaseContext } from '../context.ts';
import { getItem } from '../items/get-item.ts';
import { getText } from '../items/get-text.ts';
import { parseHtml } from '../snapshot/html-tree.ts';
import { wordsOfRange } from '../snapshot/words-of-range.ts';
import { goldenPages } from '../testing/golden/golden-pages.ts';
import { drawPdf, goldenPdfs } from '../testing/golden/golden-pdf.ts';
import { bytesOf, keepOne } from '../testing/import-one.ts';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { createPassage, nativeOf } from './create-passage.ts';
import { draftPassage, type PassageAnchor } from './draft-passage.ts';

const path = join(import.meta.dirname, '../testing/golden/golden-passages.json');
const rewrite = process.env['HOLDFAST_GOLDEN'] === 'write';
const golden = JSON.parse(await readFile(path, 'utf8').catch(() => '{}')) as Record<string, unknown>;

const notes = { comment: '', tags: [] };
type Range = Extract<Selector, { type: 'RangeSelector' }>;
const rangeOf = ({ selectors }: PassageAnchor) => selectors.find((one) => one.type === 'RangeSelector');

async function keep(ctx: CaseContext, name: string, bytes: Buffer | string) {
  const file = join(await temporaryFolder(), name);
  await writeFile(file, bytes);
  return keepOne(ctx, file);
}

/** One by itself and the others together, because each time a file is read takes a thread. */
async function mark(ctx: CaseContext, itemId: string, quotes: readonly string[]): Promise<PassageAnchor[]> {
  const ground = { item: await getItem(ctx, itemId), text: await getText(ctx, itemId) };
  const targets = quotes.map((quote) => ({ quote }));
  const native = await nativeOf(ctx, ground, targets);
  const made = targets.map((target, at) => draftPassage(ground, target, native[at]));
  const first = await createPassage(ctx, { itemId, quote: quotes[0]!, ...notes });
  expect(first).toMatchObject({ ...made[0]!, state: 'exact', score: 1 });
  return made;
}

/** A passage as a person can read it in a diff. */
function readable({ quote, start, end, page, selectors }: PassageAnchor) {
  return { quote, start, end, page, own: selectors.slice(2).map(ownSelector) };
}

function ownSelector(selector: Selector): string {
  if (selector.type === 'RangeSelector') return [selector.startSelector, selector.endSelector].map(pointOf).join(' to ');
  if (selector.type !== 'FragmentSelector') return selector.type;
  const shapes = selector.refinedBy === undefined ? null : readQuads(selector.refinedBy);
  const corners = (shapes?.polygons ?? []).map((quad) => quad.map((point) => point.map(Math.round).join(',')).join(' '));
  return `${selector.value}${shapes === null ? '' : ` of ${Math.round(shapes.width)}x${Math.round(shapes.height)}`}${corners.map((line) => ` [${line}]`).join('')}`;
}

function pointOf({ value, refinedBy }: Range['startSelector']): string {
  return `${value} @${refinedBy?.type === 'TextPositionSelector' ? refinedBy.start : '?'}`;
}

async function compare(name: string, found: unknown): Promise<void> {
  if (rewrite) {
    golden[name] = found;
    await writeFile(path, `${JSON.stringify(golden, null, 2)}\n`);
  }
  expect(found).toEqual(golden[name]);
}

describe('a golden page', () => {
  test.each(goldenPages)('$name gives its passages, and a browser finds them', async ({ name, quotes, html }) => {
    const { ctx } = await temporaryCase();
    const { item } = await keep(ctx, 'page.html', html);
    const snapshot = (await bytesOf(ctx, item, 'snapshot')).toString('utf8');
    const made = await mark(ctx, item.id, quotes);
    await compare(`page: ${name}`, made.map(readable));
    for (const passage of made) {
      const range = rangeOf(passage);
      if (range === undefined) throw new Error(`no range for ${passage.quote}`);
      expect(wordsOfRange(parseHtml(snapshot), range)).toBe(withoutWhiteSpace(passage.quote));
      expect(wordsInBrowser(snapshot, range)).toBe(withoutWhiteSpace(passage.quote));
    }
  });
});

/** What is used of the DOM, which the engine's types do not have. */
type DomNode = {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: Iterable<DomNode>;
  parentNode: DomNode | null;
  contains(other: DomNode): boolean;
};

/** As somebody else's program would: the DOM's own querySelector, and counting textContent. */
function wordsInBrowser(html: string, { startSelector, endSelector }: Range): string {
  const { document } = parseHTML(html) as unknown as { document: { documentElement: DomNode; querySelector(value: string): DomNode } };
  const texts: { node: DomNode; value: string }[] = [];
  const collect = (node: DomNode) => {
    if (node.nodeType === 3) texts.push({ node, value: node.textContent ?? '' });
    for (const child of node.childNodes) collect(child);
  };
  collect(document.documentElement);
  const indexOf = ({ value, refinedBy }: Range['startSelector'], end: boolean) => {
    const element = document.querySelector(value);
    let left = refinedBy?.type === 'TextPositionSelector' ? refinedBy.start : Number.NaN;
    for (const [index, text] of texts.entries()) {
      if (!element.contains(text.node)) continue;
      if (end ? left <= text.value.length : left < text.value.length) return { index, at: left };
      left -= text.value.length;
    }
    throw new Error(`nothing at ${value}`);
  };
  const [start, end] = [indexOf(startSelector, false), indexOf(endSelector, true)];
  const isText = (node: DomNode) => {
    for (let up = node.parentNode; up !== null; up = up.parentNode) if (excludedElements.has(up.nodeName.toLowerCase())) return false;
    return true;
  };
  const words = texts.slice(start.index, end.index + 1).map(({ node, value }, offset) => {
    const index = start.index + offset;
    return isText(node) ? value.slice(index === start.index ? start.at : 0, index === end.index ? end.at : undefined) : '';
  });
  return withoutWhiteSpace(words.join(''));
}

describe('a golden PDF', () => {
  test.each(goldenPdfs)('$name gives its passages', async ({ name, quotes, ...drawn }) => {
    const { ctx } = await temporaryCase();
    const { item } = await keep(ctx, 'a.pdf', await drawPdf(drawn));
    await compare(`PDF: ${name}`, (await mark(ctx, item.id, quotes)).map(readable));
  });
});
