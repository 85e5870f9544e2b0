/** RFC 9112, 7.1: takes the framing off a chunked body, as it comes. `sound` turns false at the first thing that is no framing. */
export class Dechunker {
  sound = true;
  #line = '';
  #left = 0;
  #state: 'size' | 'data' | 'line-end' | 'done' = 'size';

  get done(): boolean {
    return this.#state === 'done';
  }

  *push(bytes: Buffer): Generator<Buffer> {
    for (let at = 0; at < bytes.length && this.sound && this.#state !== 'done';) {
      if (this.#state === 'data') {
        const piece = bytes.subarray(at, at + this.#left);
        at += piece.length;
        this.#left -= piece.length;
        if (this.#left === 0) this.#state = 'line-end';
        yield piece;
      } else {
        const end = bytes.indexOf(10, at);
        this.#line += bytes.toString('latin1', at, end < 0 ? bytes.length : end);
        at = end < 0 ? bytes.length : end + 1;
        if (this.#line.length > 4096) this.sound = false;
        else if (end >= 0) this.#endLine();
      }
    }
  }

  #endLine(): void {
    const line = this.#line.replace(/\r$/, '');
    this.#line = '';
    if (this.#state === 'line-end') {
      if (line !== '') this.sound = false;
      this.#state = 'size';
      return;
    }
    const size = /^\s*([0-9a-f]{1,12})\s*(?:;.*)?$/i.exec(line)?.[1];
    if (size === undefined) this.sound = false;
    else if (parseInt(size, 16) === 0) this.#state = 'done';
    else {
      this.#left = parseInt(size, 16);
      this.#state = 'data';
    }
  }
}

/** A whole body without its chunk framing, or as it stands when it has none: many archivers took it off and left the header. */
export function dechunk(body: Buffer): Buffer {
  const dechunker = new Dechunker();
  const pieces = [...dechunker.push(body)];
  // A body cut off inside a chunk is still chunked; one whose first line is no size never was.
  return dechunker.sound && (dechunker.done || pieces.length > 0) ? Buffer.concat(pieces) : body;
}
