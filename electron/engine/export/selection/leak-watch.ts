/** Looks for withheld words in every byte that goes into a case file, while it is written. */
import { HoldfastError } from '#shared/errors.ts';
import type { WithheldPhrase } from '../../redaction/redacted-words.ts';
import { LeakScanner } from '../../redaction/leaks/leak-scanner.ts';

export type FileWatch = { write(bytes: Uint8Array): void; end(): void };

/** Files whose words are the program's own. */
const OWN_WORDS = /^(README\.txt|verify\.html|bagit\.txt|(tag)?manifest-.*|data\/schema\/.*)$/;

/**
 * What to tell of each file to see that nothing withheld is in it; nothing to watch for where nothing is withheld. A whole
 * phrase is refused wherever it stands. A single word or number of it is refused where it stands in nothing else of the
 * same source, unless `single` says that a person has looked: common words stand in every text.
 * The watch throws `redaction-leak` at the end of the file, and never says the words.
 */
export function leakWatch(phrases: readonly WithheldPhrase[], single: 'refused' | 'allowed'): ((path: string) => FileWatch) | null {
  if (phrases.length === 0) return null;
  const words = phrases.map((phrase) => phrase.words);
  const elsewhere = new Set(
    phrases.flatMap(({ needles }) =>
      needles.filter((needle) => needle.kind !== 'phrase' && needle.standsElsewhere).map(({ folded }) => folded),
    ),
  );
  return (path) => {
    const scanner = new LeakScanner(words);
    return {
      write: (bytes) => scanner.write(bytes),
      end() {
        const found = scanner.end().filter(({ needle }) => {
          if (needle.kind === 'phrase') return true;
          return single === 'refused' && !elsewhere.has(needle.folded) && !OWN_WORDS.test(path);
        });
        if (found.length === 0) return;
        const whole = found.some(({ needle }) => needle.kind === 'phrase');
        throw new HoldfastError(whole ? 'redaction-leak' : 'redaction-leak-word', { path, count: found.length });
      },
    };
  };
}
