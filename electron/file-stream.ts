import { open } from 'node:fs/promises';
import type { ByteRange } from './byte-range.ts';

const CHUNK_BYTES = 256 * 1024;

/**
 * The bytes of a part of a file, read only as fast as they are taken; the file is closed when the reader is done,
 * gives up or fails. (`Readable.toWeb` throws when a player seeks away in the middle of a read.)
 */
export async function fileStream(path: string, range: ByteRange): Promise<ReadableStream<Uint8Array>> {
  const file = await open(path, 'r');
  let position = range.start;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const wanted = Math.min(CHUNK_BYTES, range.end - position + 1);
          const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(wanted), 0, wanted, position);
          position += bytesRead;
          if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead));
          if (bytesRead === 0 || position > range.end) {
            controller.close();
            await file.close();
          }
        } catch (error) {
          controller.error(error);
          await file.close();
        }
      },
      cancel: () => file.close(),
    },
    { highWaterMark: 1 },
  );
}
