import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';

/** Pictures as they come from the field: whole, lying, cut off, moving, deep, huge, of formats no browser shows, hostile. */
export async function writeOddPictures(folder: string) {
  const at = (name: string) => join(folder, name);
  const fields = await paintFields();
  const paths = {
    fields: at('fields.png'), lying: at('lying.jpg'), cut: at('cut.jpg'), moving: at('moving.gif'), deep: at('deep.png'), scan: at('scan.tiff'),
    drawing: at('drawing.svg'), huge: at('huge.png'), print: at('print.jpg'), phone: at('phone.heic'),
  }; // prettier-ignore
  await writeFile(paths.fields, await fields.encode('png'));
  await writeFile(paths.lying, await createCanvas(30, 20).encode('png'));
  const jpeg = await fields.encode('jpeg');
  await writeFile(paths.cut, jpeg.subarray(0, jpeg.length * 0.6));
  const ffmpeg = (...args: string[]) => execFileSync('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', ...args]);
  ffmpeg('testsrc2=size=160x120:rate=5:duration=1', paths.moving);
  ffmpeg('testsrc2=size=160x120', '-frames:v', '1', '-pix_fmt', 'rgb48be', paths.deep);
  ffmpeg('testsrc2=size=160x120', '-frames:v', '1', paths.scan);
  await writeFile(
    paths.drawing,
    '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="120" onload="top.ran = true"><script>top.ran = true; fetch("https://example.org/")</script><image href="https://example.org/x.png" width="9" height="9"/><rect width="80" height="120" fill="teal"/></svg>',
  );
  await writeFile(paths.huge, hugePng(20_000, 5_000));
  await writeFile(paths.print, cmykJpeg([0, 200, 200, 40]));
  await writeFile(
    paths.phone,
    Buffer.concat([Buffer.from('00000018', 'hex'), Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(64)]),
  );
  return paths;
}

async function paintFields() {
  const canvas = createCanvas(200, 160);
  const pen = canvas.getContext('2d');
  for (let x = 0; x < 200; x++)
    for (let y = 0; y < 160; y += 4) {
      pen.fillStyle = `rgb(${x} ${y} ${(x + y) % 256})`;
      pen.fillRect(x, y, 1, 4);
    }
  return canvas;
}

function pngChunk(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}

/** Black and white, its left half white. */
function hugePng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const row = Buffer.alloc(1 + width / 8).fill(255, 1, 1 + width / 16);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(rows, { level: 1 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One block of 8 by 8 pixels in four colours of ink (ISO 10918-1; Adobe's APP14 says: no transformation). */
function cmykJpeg(inks: [number, number, number, number]): Buffer {
  const segment = (marker: number, body: number[]) => Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body]);
  const table = segment(0xdb, [0, ...Array.from({ length: 64 }, () => 8)]);
  const frame = segment(0xc0, [8, 0, 8, 0, 8, 4, ...[1, 2, 3, 4].flatMap((id) => [id, 0x11, 0])]);
  // Sizes 0 to 11 as codes of four bits each; the end of a block as the code 0 of one bit.
  const sizes = segment(0xc4, [
    0x00,
    0,
    0,
    0,
    12,
    ...Array.from({ length: 12 }, () => 0),
    ...Array.from({ length: 12 }, (_, size) => size),
  ]);
  const end = segment(0xc4, [0x10, 1, ...Array.from({ length: 15 }, () => 0), 0x00]);
  const scan = segment(0xda, [4, ...[1, 2, 3, 4].flatMap((id) => [id, 0]), 0, 63, 0]);
  let bits = '';
  for (const ink of inks) {
    const value = ink - 128;
    const size = value === 0 ? 0 : Math.floor(Math.log2(Math.abs(value))) + 1;
    const shown = value < 0 ? value + (1 << size) - 1 : value;
    bits += size.toString(2).padStart(4, '0') + (size === 0 ? '' : shown.toString(2).padStart(size, '0')) + '0';
  }
  bits = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1');
  const data = Array.from({ length: bits.length / 8 }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2)).flatMap((byte) =>
    byte === 0xff ? [0xff, 0] : [byte],
  );
  const adobe = segment(0xee, [...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 0]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), adobe, table, frame, sizes, end, scan, Buffer.from(data), Buffer.from([0xff, 0xd9])]);
}
