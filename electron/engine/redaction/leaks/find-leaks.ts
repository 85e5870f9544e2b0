/** Looks for withheld words in what is handed on: text, or bytes of any kind. Pure. */
import { byteViews, type Encoding } from './byte-views.ts';
import { foldWords } from './fold-words.ts';
import { needlesOf, type Needle } from './needles.ts';
import { PatternSet } from './pattern-set.ts';
import { isBounded, isWhole } from './search-folded.ts';
import { unescapeText } from './unescape-text.ts';

/**
 * A needle that was found, and how: as it reads (`plain`), under escapes of HTML, JSON, JavaScript, CSS, addresses or mail
 * (`escaped`), torn apart by tags (`markup`), run together or hyphenated (`joined`), or in Base64.
 */
export type Leak = { needle: Needle; as: 'plain' | 'escaped' | 'markup' | 'joined' | 'base64'; encoding: Encoding };

/**
 * Every needle that stands in `content`, once each. Phrases are looked for whole; their words and numbers of four
 * characters and more alone. Compressed parts (streams of a PDF, entries of a zip) are not opened: give those one by one.
 */
export function findLeaks(words: readonly string[] | readonly Needle[], content: Uint8Array | string): Leak[] {
  const needles = typeof words[0] === 'string' ? needlesOf(words as readonly string[]) : (words as readonly Needle[]);
  return new LeakFinder(needles).find(content);
}

/** Needles made ready once, for many contents. */
export class LeakFinder {
  readonly needles: readonly Needle[];
  readonly #folded: PatternSet;
  readonly #squeezed: PatternSet;
  readonly #encoded: PatternSet;
  readonly #bounded: boolean[];

  constructor(needles: readonly Needle[]) {
    this.needles = needles;
    this.#folded = new PatternSet(needles.map(({ folded }) => folded));
    this.#squeezed = new PatternSet(needles.map(({ squeezed }) => squeezed));
    this.#encoded = new PatternSet(needles.flatMap(base64Parts));
    this.#bounded = needles.map(isBounded);
  }

  find(content: Uint8Array | string): Leak[] {
    if (this.needles.length === 0) return [];
    const found = new Map<Needle, Leak>();
    const note = (index: number, as: Leak['as'], encoding: Encoding) => {
      const needle = this.needles[index]!;
      if (!found.has(needle)) found.set(needle, { needle, as, encoding });
    };
    if (typeof content === 'string') this.#searchText(content, (index, as) => note(index, as, 'utf-8'));
    else {
      const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
      for (const { encoding, text } of byteViews(bytes, this.needles)) this.#searchText(text, (index, as) => note(index, as, encoding));
      this.#encoded.search(bytes.toString('latin1'), (index) => note(Math.floor(index / 3), 'base64', 'utf-8'));
    }
    return [...found.values()];
  }

  #searchText(text: string, note: (index: number, as: Leak['as']) => void): void {
    const folded = this.#searchFolded(foldWords(text), 'plain', note);
    const open = unescapeText(text);
    const unfolded = open === text ? folded : this.#searchFolded(foldWords(open), 'escaped', note);
    if (open.includes('<')) this.#searchFolded(foldWords(open.replace(/<[^<>]{0,2000}>/g, '')), 'markup', note);
    for (const whole of new Set([folded, unfolded])) this.#squeezed.search(whole.replaceAll(' ', ''), (index) => note(index, 'joined'));
  }

  #searchFolded(folded: string, as: Leak['as'], note: (index: number, as: Leak['as']) => void): string {
    this.#folded.search(folded, (index, at) => {
      if (this.#bounded[index] !== true || isWhole(folded, at, this.needles[index]!.folded.length)) note(index, as);
    });
    return folded;
  }
}

/** The words as written, as the middle of Base64 begun at any of its three places (RFC 4648 section 4); null where too short to tell. */
function base64Parts({ written }: Needle): (string | null)[] {
  const plain = Buffer.from(written, 'utf8');
  if (plain.length < 6) return [null, null, null];
  return [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), plain])
      .toString('base64')
      .replaceAll('=', '');
    // The last letter mixes with whatever follows, but where the words end with it.
    const end = (shift + plain.length) % 3 === 0 ? encoded.length : encoded.length - 1;
    return encoded.slice([0, 2, 3][shift], end);
  });
}
