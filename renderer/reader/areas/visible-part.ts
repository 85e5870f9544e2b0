/** The part of an element that its scrolling ancestors and the window let be seen, in CSS pixels of the window. */
export function visiblePart(element: Element): DOMRect {
  const own = element.getBoundingClientRect();
  let [left, top, right, bottom] = [
    Math.max(0, own.left),
    Math.max(0, own.top),
    Math.min(innerWidth, own.right),
    Math.min(innerHeight, own.bottom),
  ];
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (getComputedStyle(at).overflow === 'visible') continue;
    const frame = at.getBoundingClientRect();
    [left, top, right, bottom] = [
      Math.max(left, frame.left),
      Math.max(top, frame.top),
      Math.min(right, frame.right),
      Math.min(bottom, frame.bottom),
    ];
  }
  return right > left && bottom > top ? new DOMRect(left, top, right - left, bottom - top) : own;
}
