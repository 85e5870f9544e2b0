import type { Frame, Page } from 'playwright';

/** Selects words with the mouse, as a person does, wherever they stand in this page or frame, once they stand still. */
export async function selectWords(page: Page, frame: Frame, words: string, within = 'body'): Promise<void> {
  let before = '';
  let found = await placeOf(frame, words, within);
  while (before !== JSON.stringify(found)) {
    before = JSON.stringify(found);
    await page.waitForTimeout(150);
    found = await placeOf(frame, words, within);
  }
  const { from, to } = found;
  const offset =
    frame === page.mainFrame() ? { x: 0, y: 0 } : await (await frame.frameElement()).boundingBox().then((box) => box ?? { x: 0, y: 0 });
  await page.mouse.move(offset.x + from.x, offset.y + from.y);
  await page.mouse.down();
  await page.mouse.move(offset.x + to.x + (to.x < from.x ? 4 : -4), offset.y + to.y, { steps: 4 });
  await page.mouse.move(offset.x + to.x, offset.y + to.y, { steps: 2 });
  await page.mouse.up();
}

async function placeOf(frame: Frame, words: string, within: string) {
  const ends = await frame.waitForFunction(rangeEnds, [words, within] as const);
  return (await ends.jsonValue())!;
}

/** Runs in the page: scrolls the words into view and gives the two points a drag goes between, or null while they are not there. */
function rangeEnds([words, within]: readonly [string, string]) {
  const root = document.querySelector(within);
  if (root === null) return null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  // Source text may break a line where the page shows a space.
  const pattern = new RegExp(
    words
      .split(/\s+/)
      .map((word) => word.replace(/[^\w]/g, '\\$&'))
      .join('\\s+'),
  );
  for (let next = walker.nextNode(); next !== null; next = walker.nextNode()) {
    const node = next as Text;
    const found = pattern.exec(node.data);
    if (found === null) continue;
    const at = found.index;
    node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const pointAt = (offset: number, side: 'left' | 'right') => {
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const box = range.getBoundingClientRect();
      return { x: box[side], y: box.top + box.height / 2 };
    };
    const isRtl = node.parentElement !== null && getComputedStyle(node.parentElement).direction === 'rtl';
    return { from: pointAt(at, isRtl ? 'right' : 'left'), to: pointAt(at + found[0].length - 1, isRtl ? 'left' : 'right') };
  }
  return null;
}
