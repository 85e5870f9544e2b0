/** Part of a file: first and last byte, both included, as in RFC 9110 section 14. */
export type ByteRange = { start: number; end: number };

/**
 * Reads a `Range` header for a file of `size` bytes. `null`: send all (no header, another unit, or several ranges,
 * which a server may ignore). `'unsatisfiable'`: answer 416.
 */
export function parseRange(header: string | null, size: number): ByteRange | null | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (match === null) return null;
  const [, first = '', last = ''] = match;
  if (first === '') return suffix(last, size);
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return null;
  return start >= size ? 'unsatisfiable' : { start, end };
}

/** `bytes=-500`: the last 500 bytes. */
function suffix(count: string, size: number): ByteRange | null | 'unsatisfiable' {
  if (count === '') return null;
  const length = Math.min(Number(count), size);
  return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
}
