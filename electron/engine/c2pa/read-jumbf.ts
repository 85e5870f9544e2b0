/** JUMBF boxes (ISO/IEC 19566-5): labelled boxes in boxes. */
const DEEPEST = 16;

export type JumbfBox = { label: string; boxes: JumbfBox[]; content: { type: string; bytes: Buffer }[] };

/** The first superbox of `bytes`, or null. @param depth guards against boxes without end */
export function readJumbf(bytes: Buffer, depth = 0): JumbfBox | null {
  const [first] = boxesIn(bytes);
  if (first?.type !== 'jumb' || depth > DEEPEST) return null;
  const box: JumbfBox = { label: '', boxes: [], content: [] };
  for (const { type, whole, body } of boxesIn(first.body)) {
    if (type === 'jumd') box.label = labelOf(body);
    else if (type === 'jumb') {
      const inner = readJumbf(whole, depth + 1);
      if (inner !== null) box.boxes.push(inner);
    } else box.content.push({ type, bytes: body });
  }
  return box;
}

export type Box = { type: string; whole: Buffer; body: Buffer };

/** Boxes one after the other, as ISO base media files have them too. What is cut off is left out. */
export function boxesIn(bytes: Buffer): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= bytes.length;) {
    const stated = bytes.readUInt32BE(at);
    const head = stated === 1 ? 16 : 8;
    if (at + head > bytes.length) break;
    const size = stated === 0 ? bytes.length - at : stated === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : stated;
    if (size < head || at + size > bytes.length) break;
    boxes.push({
      type: bytes.toString('latin1', at + 4, at + 8),
      whole: bytes.subarray(at, at + size),
      body: bytes.subarray(at + head, at + size),
    });
    at += size;
  }
  return boxes;
}

/** After 16 bytes of type and one of toggles (bit 1: there is a label), up to a zero. */
function labelOf(body: Buffer): string {
  if (body.length < 18 || ((body[16] ?? 0) & 2) === 0) return '';
  const end = body.indexOf(0, 17);
  return body.toString('utf8', 17, end === -1 ? body.length : end).slice(0, 500);
}
