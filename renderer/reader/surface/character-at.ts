/** How far beside a letter a pointer still means it, in CSS pixels. */
const NEAR = 3;

/**
 * The text node and offset of the character a point lies on. Unlike a caret, which is found beside any empty place,
 * this is null where there is no letter.
 */
export function characterAt(x: number, y: number): { node: Text; offset: number; rect: DOMRect } | null {
  const caret = document.caretRangeFromPoint(x, y);
  if (caret === null || !(caret.startContainer instanceof Text)) return null;
  const node = caret.startContainer;
  for (const offset of [caret.startOffset, caret.startOffset - 1]) {
    if (offset < 0 || offset >= node.data.length) continue;
    const range = document.createRange();
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    for (const rect of range.getClientRects()) {
      const isOver = x >= rect.left - NEAR && x <= rect.right + NEAR && y >= rect.top - NEAR && y <= rect.bottom + NEAR;
      if (isOver) return { node, offset, rect };
    }
  }
  return null;
}
