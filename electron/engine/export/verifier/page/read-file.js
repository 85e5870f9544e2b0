/** Files of a case file, read a piece at a time wherever they lie. */

/**
 * A file: `open` gives its bytes as they lie there, `packed` says that a zip packed them (raw deflate, RFC 1951).
 * @typedef {{ size: number, packed: boolean, open(): Promise<Blob> }} CaseFile
 * @typedef {Map<string, CaseFile>} CaseFiles by path from the top of the bag
 */

const PIECE = 4 * 1024 * 1024;
/** A file that must be held whole (JSON, a text) may be no longer. */
const LONGEST = 512 * 1024 * 1024;

/**
 * @param {{ size: number, packed: boolean, blob: Blob }} file
 * @returns {AsyncGenerator<Uint8Array>}
 */
export async function* piecesOf({ size, packed, blob }) {
  if (!packed) {
    for (let at = 0; at < blob.size; at += PIECE) yield new Uint8Array(await blob.slice(at, at + PIECE).arrayBuffer());
    if (blob.size !== size) throw new Error('its length is not the one the zip says');
    return;
  }
  const reader = blob.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  let unpacked = 0;
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      unpacked += piece.value.length;
      if (unpacked > size) throw new Error('it unpacks to more bytes than the zip says');
      yield piece.value;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
  if (unpacked !== size) throw new Error('it unpacks to fewer bytes than the zip says');
}

/** @param {CaseFile} file */
export async function bytesOf({ size, packed, open }) {
  if (size > LONGEST) throw new Error('it is too long to be what it claims to be');
  const whole = new Uint8Array(size);
  let at = 0;
  for await (const piece of piecesOf({ size, packed, blob: await open() })) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** @param {CaseFile} file */
export async function textOf(file) {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(file));
}

/** The lines of a file of any length. Split at line feeds alone. @param {CaseFile} file */
export async function* linesOf({ size, packed, open }) {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  for await (const piece of piecesOf({ size, packed, blob: await open() })) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
