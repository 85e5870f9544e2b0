/** A name within a sentence in another script: it keeps its own direction and turns nothing round it (Unicode UAX #9, isolates). */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
