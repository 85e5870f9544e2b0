/** The one request that leaves the machine for a timestamp (RFC 3161, section 3.4): a POST, and its answer in full. */
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Problem } from '#shared/model/timestamps.ts';

/** Replies are a few kilobytes; what is longer is none. */
export const LONGEST_REPLY = 1 << 20;
export const PATIENCE_SECONDS = 20;

export type Answer = { reply: Buffer } | { problem: Problem };

/**
 * Sends `query` and answers the reply's bytes, or why there is none. No redirect is followed, no cookie, proxy or
 * credential is used, and the connection is closed after it. Only `signal` makes it throw.
 */
export async function askAuthority(url: string, query: Uint8Array, signal: AbortSignal, patience = PATIENCE_SECONDS): Promise<Answer> {
  const patient = AbortSignal.timeout(patience * 1000);
  try {
    return await post(new URL(url), query, AbortSignal.any([signal, patient]));
  } catch (error) {
    signal.throwIfAborted();
    if (patient.aborted) return failed('slow', String(patience));
    return failed('unreachable', String((error as { code?: unknown }).code ?? (error as Error).message));
  }
}

function failed(code: Problem['code'], detail: string): Answer {
  return { problem: { code, detail: detail.slice(0, 300) } };
}

async function post(url: URL, query: Uint8Array, signal: AbortSignal): Promise<Answer> {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const headers = {
    'content-type': 'application/timestamp-query',
    'content-length': query.byteLength,
    accept: 'application/timestamp-reply',
  };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = send(url, { method: 'POST', headers, agent: false, signal }, resolve);
    asked.on('error', reject);
    asked.end(query);
  });
  try {
    return await read(response);
  } finally {
    response.destroy();
  }
}

async function read(response: IncomingMessage): Promise<Answer> {
  const status = response.statusCode ?? 0;
  if (status >= 300 && status < 400) return failed('redirect', response.headers.location ?? String(status));
  if (status >= 500 || status === 429 || status === 408) return failed('busy', String(status));
  if (status !== 200) return failed('status', String(status));
  const type = response.headers['content-type'] ?? 'nothing named';
  if (!/^application\/timestamp-reply\s*(;|$)/i.test(type)) return failed('content-type', type);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    length += (chunk as Buffer).byteLength;
    if (length > LONGEST_REPLY) return failed('too-large', String(LONGEST_REPLY));
    chunks.push(chunk as Buffer);
  }
  return { reply: Buffer.concat(chunks) };
}
