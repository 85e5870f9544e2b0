import { useEffect, useState } from 'react';
import type { ItemFile } from '#shared/model/items.ts';
import { blobUrl } from '../reader/blob-url.ts';

/** The words of a text file of the case; null until they are there. */
export function useText(file: Pick<ItemFile, 'sha256' | 'mediaType'>): string | null {
  const [words, setWords] = useState<string | null>(null);
  const url = blobUrl(file);
  useEffect(() => {
    const abort = new AbortController();
    fetch(url, { signal: abort.signal })
      .then(async (answer) => setWords(answer.ok ? await answer.text() : null))
      .catch(() => undefined); // Gone from disk: verify and the item's files say so.
    return () => abort.abort();
  }, [url]);
  return words;
}
