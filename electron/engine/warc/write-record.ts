import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { constants, createGzip } from 'node:zlib';

/** Where members are appended; `offset` in bytes from the start of the file. */
export type WarcOutput = { file: FileHandle; offset: number };

/** A record before its lengths and digests are known. `head` stands before `body` in the block; digests need both. */
export type RecordDraft = {
  headers: [string, string][];
  head: Buffer;
  /** A staged file of that size, or bytes. */
  body: { path: string; size: number } | Buffer | null;
  /** Whether the body is the payload of an HTTP message, and so has a digest of its own. */
  payload: boolean;
  /** Bytes that are compressed already are stored in their member. */
  stored: boolean;
};

/** Offset and length in bytes of the member; `digest` of the payload as `sha256:<hex>`. */
export type WrittenRecord = { offset: number; length: number; digest: string };

/**
 * Appends one record as one gzip member (ISO 28500:2017 section 4 and annex D.2), with block and payload digests. Two
 * passes over the body: its digests stand before it.
 * @throws HoldfastError of the disk; AbortError
 */
export async function writeRecord(output: WarcOutput, draft: RecordDraft, signal: AbortSignal): Promise<WrittenRecord> {
  const size = draft.head.length + sizeOf(draft.body);
  const digests = await digestsOf(draft, signal);
  const headers = [...draft.headers];
  if (draft.payload) headers.push(['WARC-Payload-Digest', digests.payload]);
  headers.push(['WARC-Block-Digest', digests.block], ['Content-Length', String(size)]);
  const offset = output.offset;
  const gzip = createGzip({ level: draft.stored ? constants.Z_NO_COMPRESSION : constants.Z_DEFAULT_COMPRESSION });
  const source = Readable.from(blockOf(headers, draft));
  source.once('error', (error) => gzip.destroy(error)).pipe(gzip);
  for await (const chunk of gzip as AsyncIterable<Buffer>) {
    signal.throwIfAborted();
    await writeAll(output, chunk);
  }
  return { offset, length: output.offset - offset, digest: digests.payload };
}

async function* blockOf(headers: [string, string][], { head, body }: RecordDraft): AsyncGenerator<Buffer> {
  const lines = ['WARC/1.1', ...headers.map(([name, value]) => `${name}: ${value.replaceAll(/[\r\n]+/g, ' ')}`)];
  yield Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'utf8');
  if (head.length > 0) yield head;
  yield* bytesOf(body);
  yield Buffer.from('\r\n\r\n');
}

async function digestsOf({ head, body }: RecordDraft, signal: AbortSignal): Promise<{ block: string; payload: string }> {
  const block = createHash('sha256').update(head);
  const payload = createHash('sha256');
  for await (const chunk of bytesOf(body)) {
    signal.throwIfAborted();
    block.update(chunk);
    payload.update(chunk);
  }
  return { block: `sha256:${block.digest('hex')}`, payload: `sha256:${payload.digest('hex')}` };
}

async function* bytesOf(body: RecordDraft['body']): AsyncGenerator<Buffer> {
  if (body === null) return;
  if (Buffer.isBuffer(body)) yield body;
  // Never more than was counted when the body was staged: the length stands before it.
  else if (body.size > 0) yield* createReadStream(body.path, { end: body.size - 1 }) as AsyncIterable<Buffer>;
}

function sizeOf(body: RecordDraft['body']): number {
  if (body === null) return 0;
  return Buffer.isBuffer(body) ? body.length : body.size;
}

async function writeAll(output: WarcOutput, bytes: Buffer): Promise<void> {
  let written = 0;
  while (written < bytes.length) written += (await output.file.write(bytes, written)).bytesWritten;
  output.offset += bytes.length;
}
