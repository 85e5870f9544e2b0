const GAP = 8;

/** Under what is pointed at, above it when there is no room, and always within the reader. */
export function placeBeside(rect: DOMRect | null, box: HTMLElement): { left: number; top: number } {
  const frame = box.parentElement?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
  const { offsetWidth: width, offsetHeight: height } = box;
  const lowest = frame.height - height - GAP;
  if (rect === null) return { left: (frame.width - width) / 2, top: lowest };
  const under = rect.bottom - frame.top + GAP;
  const over = rect.top - frame.top - height - GAP;
  const top = under <= lowest ? under : Math.max(GAP, over);
  const left = rect.left - frame.left + rect.width / 2 - width / 2;
  return { left: Math.min(Math.max(GAP, left), frame.width - width - GAP), top: Math.min(top, lowest) };
}
