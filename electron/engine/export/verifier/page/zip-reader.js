/** Reads a zip without unpacking it (PKWARE APPNOTE 6.3.10): its list of entries, and where the bytes of each lie. ZIP64 too. */

/**
 * @typedef {{ name: string, size: number, packedSize: number, offset: number, method: number, flags: number, isLink: boolean }} ZipEntry
 */

const END = 0x06054b50;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;

/** @param {Blob} zip @param {number} from @param {number} length */
async function viewOf(zip, from, length) {
  if (!(from >= 0 && from + length <= zip.size)) throw new Error('the zip is cut short or damaged');
  return new DataView(await zip.slice(from, from + length).arrayBuffer());
}

/** @param {DataView} view @param {number} at */
function long(view, at) {
  const value = view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
  if (!Number.isSafeInteger(value)) throw new Error('the zip names a size that cannot be');
  return value;
}

/** Sections 4.3.14 to 4.3.16. @param {Blob} zip */
async function findDirectory(zip) {
  const tailAt = Math.max(0, zip.size - 22 - FULL_16);
  const tail = await viewOf(zip, tailAt, zip.size - tailAt);
  let at = tail.byteLength - 22;
  while (at >= 0 && tail.getUint32(at, true) !== END) at -= 1;
  if (at < 0) throw new Error('it is no zip');
  const end = { count: tail.getUint16(at + 10, true), size: tail.getUint32(at + 12, true), offset: tail.getUint32(at + 16, true) };
  if (end.count !== FULL_16 && end.size !== FULL_32 && end.offset !== FULL_32) return end;
  if (tailAt + at < 20) return end;
  const locator = await viewOf(zip, tailAt + at - 20, 20);
  if (locator.getUint32(0, true) !== END64_LOCATOR) return end;
  const record = await viewOf(zip, long(locator, 8), 56);
  if (record.getUint32(0, true) !== END64) throw new Error('the zip is damaged');
  return { count: long(record, 32), size: long(record, 40), offset: long(record, 48) };
}

/** @param {Blob} zip @returns {Promise<ZipEntry[]>} */
export async function readZip(zip) {
  const directory = await findDirectory(zip);
  const view = await viewOf(zip, directory.offset, directory.size);
  /** @type {ZipEntry[]} */
  const entries = [];
  let at = 0;
  for (; at + 46 <= view.byteLength && view.getUint32(at, true) === CENTRAL;) {
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    if (at + 46 + nameLength + extraLength > view.byteLength) throw new Error('the zip is cut short or damaged');
    entries.push(readEntry(view, at, nameLength, extraLength));
    at += 46 + nameLength + extraLength + noteLength;
  }
  if (entries.length !== directory.count) throw new Error('the zip does not hold as many files as it says');
  return entries;
}

/** Section 4.3.12. @param {DataView} view @param {number} at @param {number} nameLength @param {number} extraLength @returns {ZipEntry} */
function readEntry(view, at, nameLength, extraLength) {
  const name = new TextDecoder().decode(new Uint8Array(view.buffer, at + 46, nameLength));
  const entry = {
    name,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    isLink: view.getUint32(at + 38, true) >>> 28 === 0o12,
    offset: view.getUint32(at + 42, true),
  };
  readLongSizes(entry, view, at + 46 + nameLength, extraLength);
  return entry;
}

/** Section 4.5.3: the sizes that did not fit, in this order. @param {ZipEntry} entry @param {DataView} view @param {number} from @param {number} length */
function readLongSizes(entry, view, from, length) {
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    for (const name of /** @type {const} */ (['size', 'packedSize', 'offset'])) {
      if (entry[name] !== FULL_32 || field + 8 > from + length) continue;
      entry[name] = long(view, field);
      field += 8;
    }
  }
}

/** The bytes of an entry as they lie in the zip (section 4.3.7). @param {Blob} zip @param {ZipEntry} entry */
export async function entryBytes(zip, entry) {
  const head = await viewOf(zip, entry.offset, 30);
  if (head.getUint32(0, true) !== LOCAL) throw new Error('the zip is damaged');
  const nameLength = head.getUint16(26, true);
  const name = new TextDecoder().decode(await viewOf(zip, entry.offset + 30, nameLength));
  if (name !== entry.name) throw new Error('the zip names it differently in two places');
  const from = entry.offset + 30 + nameLength + head.getUint16(28, true);
  if (from + entry.packedSize > zip.size) throw new Error('the zip is cut short or damaged');
  return zip.slice(from, from + entry.packedSize);
}
