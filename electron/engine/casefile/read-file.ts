import { HoldfastError } from '#shared/errors.ts';
import type { CaseFileSource } from './case-file-source.ts';

/** Files that must be read whole (JSON, manifests, canonical text) may be no longer than this many bytes. */
const LONGEST = 512 * 1024 * 1024;

/** A file as text, or null when it is not there or cannot be read (which hashing it has told already). */
export async function readText(source: CaseFileSource, path: string): Promise<string | null> {
  return (await readBytes(source, path))?.toString('utf8') ?? null;
}

/** The same, as bytes. */
export async function readBytes(source: CaseFileSource, path: string): Promise<Buffer | null> {
  const file = source.files.get(path);
  if (file === undefined) return null;
  if (file.size > LONGEST) throw new HoldfastError('casefile-invalid', { path, problem: 'it is too long to be what it claims to be' });
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of await file.open()) chunks.push(chunk as Buffer);
  } catch {
    return null;
  }
  return Buffer.concat(chunks);
}

/** The lines of a file too long to hold. Split at line feeds alone: JSON may hold other characters that end a line of text. */
export async function* readLines(source: CaseFileSource, path: string, signal: AbortSignal): AsyncGenerator<string> {
  const file = source.files.get(path);
  if (file === undefined) return;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  for await (const chunk of await file.open()) {
    signal.throwIfAborted();
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
