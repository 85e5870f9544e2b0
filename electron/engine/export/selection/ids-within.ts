/** Every id of `known` that stands anywhere within `value`. */
export function idsWithin(value: unknown, known: { has(id: string): boolean }, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') {
    if (known.has(value)) found.add(value);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) idsWithin(part, known, found);
  }
  return found;
}
