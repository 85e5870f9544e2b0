/** Where a key moves the cursor in a list of `total` rows of which `page` are in view; null when it does not. */
export function moveCursor(key: string, cursor: number, total: number, page: number): number | null {
  const within = (index: number) => (total === 0 ? null : Math.min(total - 1, Math.max(0, index)));
  switch (key) {
    case 'ArrowDown':
      return within(cursor + 1);
    case 'ArrowUp':
      return within(cursor - 1);
    case 'PageDown':
      return within(cursor + Math.max(1, page - 1));
    case 'PageUp':
      return within(cursor - Math.max(1, page - 1));
    case 'Home':
      return within(0);
    case 'End':
      return within(total - 1);
    default:
      return null;
  }
}
