import { HoldfastError } from '#shared/errors.ts';

/** Every name that stands in a PDF of pictures as redact-pdf.ts writes it (ISO 32000-1 sections 7.5, 7.7 and 8.9). */
const ours = new Set([
  'Type', 'Catalog', 'Pages', 'Page', 'Kids', 'Count', 'Parent', 'MediaBox', 'Contents', 'Resources', 'UserUnit', 'ProcSet', 'PDF', 'Text', 'ImageB', 'ImageC', 'ImageI',
  'XObject', 'Subtype', 'Image', 'BitsPerComponent', 'Width', 'Height', 'ColorSpace', 'DeviceRGB', 'Filter', 'DCTDecode', 'Length',
  'Producer', 'Creator', 'CreationDate', 'Size', 'Root', 'Info', 'ID', 'Names', 'Dests',
]); // prettier-ignore
/** The strings it has: who made it, and the date that says nothing. */
const strings = new Set(['(Holdfast)', '(D:19700101000000Z)']);
/** A picture is placed and nothing else is drawn. */
const placing = /^(?:[-\d.]+ |[-\d.]+\n|cm\n|q\n|Q\n|\/I\d+ Do\n|\n)*$/;

/**
 * Reads the bytes of the copy object by object, without the reader that shows them: every name must be one of ours and
 * every stream a JPEG or the placing of one, so that no text, font, form, note, attachment, layer, script or metadata can
 * be in it, shown or not. Answers how many pictures there are.
 * @throws HoldfastError redaction-failed
 */
export function requireBarePdf(bytes: Buffer): number {
  let pictures = 0;
  let at = 0;
  while (at < bytes.length) {
    const found = bytes.indexOf('\nstream\n', at, 'latin1');
    const dictionary = bytes.toString('latin1', at, found === -1 ? bytes.length : found);
    requireOurs(dictionary);
    if (found === -1) break;
    const length = Number(/\/Length (\d+)\n/.exec(dictionary)?.[1]);
    const start = found + '\nstream\n'.length;
    const stream = bytes.subarray(start, start + length);
    if (!Number.isSafeInteger(length) || stream.length !== length) throw failed('the copy has a part without its length');
    if (/\/Filter \/DCTDecode\n/.test(dictionary)) {
      if (stream[0] !== 0xff || stream[1] !== 0xd8) throw failed('the copy has a picture that is no JPEG');
      pictures++;
    } else if (!placing.test(stream.toString('latin1'))) throw failed('the copy draws something besides pictures');
    at = start + length;
  }
  return pictures;
}

function requireOurs(text: string): void {
  for (const [string] of text.matchAll(/\([^)]*\)?/g)) if (!strings.has(string)) throw failed('the copy has words of its own');
  if (/\/Names \[\s*[^\s\]]/.test(text)) throw failed('the copy has named places or files');
  for (const [, name] of text.matchAll(/\/([^\s/<>[\]()]+)/g))
    if (name !== undefined && !ours.has(name) && !/^I\d+$/.test(name))
      throw failed(`the copy has an entry that is not of its making (${name})`);
}

function failed(problem: string): HoldfastError {
  return new HoldfastError('redaction-failed', { problem });
}
