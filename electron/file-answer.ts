import { parseRange, type ByteRange } from './byte-range.ts';
import { fileStream } from './file-stream.ts';

/**
 * Answers GET and HEAD for a file with these headers: streamed from disk, whole or one byte range (RFC 9110
 * section 14). `size` in bytes, as the file is known to have.
 */
export async function fileAnswer(request: Request, file: { path: string; size: number }, headers: Headers): Promise<Response> {
  headers.set('accept-ranges', 'bytes');
  const range = parseRange(request.headers.get('range'), file.size);
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${file.size}`);
    return new Response(null, { status: 416, headers });
  }
  const part: ByteRange = range ?? { start: 0, end: file.size - 1 };
  headers.set('content-length', String(part.end - part.start + 1));
  if (range !== null) headers.set('content-range', `bytes ${part.start}-${part.end}/${file.size}`);
  const empty = request.method === 'HEAD' || file.size === 0;
  const body = empty ? null : await fileStream(file.path, part);
  return new Response(body, { status: range === null ? 200 : 206, headers });
}
