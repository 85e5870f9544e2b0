export function SearchPlace(_: { words: string }) { return null; }
