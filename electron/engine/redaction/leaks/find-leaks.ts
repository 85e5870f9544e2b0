/** Looks for withheld words in what is handed on: text, or bytes of any kind. Pure. */
import { byteViews, type Encoding } from './byte-views.ts';
import { foldWords } from './fold-words.ts';
import { needlesOf, type Needle } from './needles.ts';
import { countFolded } from './search-folded.ts';
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
  if (needles.length === 0) return [];
  const found = new Map<Needle, Leak>();
  const note = (leak: Leak) => found.has(leak.needle) || found.set(leak.needle, leak);
  if (typeof content === 'string') searchText(needles, content, 'utf-8', note);
  else {
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    for (const { encoding, text } of byteViews(bytes, needles)) searchText(needles, text, encoding, note);
    for (const needle of needles) if (!found.has(needle) && isInBase64(bytes, needle)) note({ needle, as: 'base64', encoding: 'utf-8' });
  }
  return [...found.values()];
}

function searchText(needles: readonly Needle[], text: string, encoding: Encoding, note: (leak: Leak) => unknown): void {
  const folded = foldWords(text);
  const search = (where: string, as: Leak['as']) => {
    for (const needle of needles) if (countFolded(where, needle, 1) > 0) note({ needle, as, encoding });
  };
  search(folded, 'plain');
  const open = unescapeText(text);
  if (open !== text) search(foldWords(open), 'escaped');
  if (open.includes('<')) search(foldWords(open.replace(/<[^<>]{0,2000}>/g, '')), 'markup');
  const joined = needles.filter(({ squeezed }) => squeezed !== null);
  if (joined.length === 0) return;
  for (const whole of open === text ? [folded] : [folded, foldWords(open)]) {
    const squeezed = whole.replaceAll(' ', '');
    for (const needle of joined) if (squeezed.includes(needle.squeezed!)) note({ needle, as: 'joined', encoding });
  }
}

/** The words as written, as the middle of Base64 begun at any of its three places (RFC 4648 section 4). */
function isInBase64(bytes: Buffer, { written }: Needle): boolean {
  const plain = Buffer.from(written, 'utf8');
  if (plain.length < 6) return false;
  return [0, 1, 2].some((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), plain])
      .toString('base64')
      .replaceAll('=', '');
    const start = [0, 2, 3][shift]!;
    // The last letter mixes with whatever follows, but where the words end with it.
    const end = (shift + plain.length) % 3 === 0 ? encoded.length : encoded.length - 1;
    return bytes.includes(encoded.slice(start, end), 0, 'latin1');
  });
}
