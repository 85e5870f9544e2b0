/**
 * True when the image data lack their end: decoders show a cut-off picture without complaint, with grey where the rest
 * was. Known for JPEG (ISO 10918-1), PNG, GIF and WebP; other types answer false.
 */
export function isCutOff(bytes: Buffer, mediaType: string): boolean {
  switch (mediaType) {
    case 'image/jpeg':
      return !jpegEnds(bytes);
    case 'image/png':
    case 'image/apng':
      return !pngEnds(bytes);
    case 'image/gif':
      return !bytes.subarray(-64).includes(0x3b);
    case 'image/webp':
      return bytes.length < 12 || bytes.readUInt32LE(4) + 8 > bytes.length;
    default:
      return false;
  }
}

/** An end marker after the start of the scan; one before it may belong to the thumbnail inside the EXIF block. */
function jpegEnds(bytes: Buffer): boolean {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda) return bytes.indexOf(Buffer.from([0xff, 0xd9]), at) >= 0;
    const bare = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += marker === 0xff ? 1 : bare ? 2 : 2 + bytes.readUInt16BE(at + 2);
  }
  return false;
}

function pngEnds(bytes: Buffer): boolean {
  let at = 8;
  while (at + 12 <= bytes.length) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return true;
    at += 12 + bytes.readUInt32BE(at);
  }
  return false;
}
