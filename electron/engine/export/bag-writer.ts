/** Writes a BagIt 1.0 bag (RFC 8493): payload first, then the manifests that fix it, then those that fix the manifests. */
import { createHash } from 'node:crypto';
import { HoldfastError } from '#shared/errors.ts';
import type { BlobStore } from '../store/blob-store.ts';
import type { BagSink, Chunks } from './bag-sink.ts';
import type { FileWatch } from './selection/leak-watch.ts';
import { manifestText, tagFileText } from './manifest-lines.ts';
import { verifyPage } from './verifier/verify-page.ts';

export type Written = { path: string; sha256: string; sha512: string; size: number };
export type BagTotals = { payloadFiles: number; bytes: number; tagManifestSha256: string; oxum: string };

export type BagWork = { signal: AbortSignal; onBytes(bytes: number): void; watch?: ((path: string) => FileWatch) | null };

export class BagWriter {
  readonly #sink: BagSink;
  readonly #signal: AbortSignal;
  readonly #onBytes: (bytes: number) => void;
  readonly #files: Written[] = [];

  /** Told of each file while it is written; what it throws at the end of one stops the bag. */
  readonly #watch: ((path: string) => FileWatch) | null;

  constructor(sink: BagSink, { signal, onBytes, watch = null }: BagWork) {
    this.#sink = sink;
    this.#signal = signal;
    this.#onBytes = onBytes;
    this.#watch = watch;
  }

  /** What was written under data/ so far, in its order. */
  get payload(): readonly Written[] {
    return this.#files.filter(({ path }) => path.startsWith('data/'));
  }

  async addText(path: string, text: string): Promise<Written> {
    return this.#add(path, once(Buffer.from(text, 'utf8')), true);
  }

  /** Whether a file of this path was added. */
  has(path: string): boolean {
    return this.#files.some((file) => file.path === path);
  }

  /** `packed: false` for pictures and the like, which packing does not make smaller. */
  async addBytes(path: string, bytes: Uint8Array, packed: boolean): Promise<Written> {
    return this.#add(path, once(bytes), packed);
  }

  /** For files too long to hold. */
  async addLines(path: string, lines: AsyncIterable<string>): Promise<Written> {
    return this.#add(path, buffered(lines), true);
  }

  /** Copies a kept file, hashing what is read: `blob-altered` or `blob-missing` when the store no longer holds it. */
  async addBlob(path: string, store: BlobStore, blob: { sha256: string; mediaType: string }): Promise<void> {
    await store.locate(blob.sha256);
    const written = await this.#add(path, store.read(blob.sha256), /^text\/|json|xml|svg/.test(blob.mediaType));
    if (written.sha256 !== blob.sha256) throw new HoldfastError('blob-altered', { sha256: blob.sha256, found: written.sha256 });
  }

  /** Everything round the payload. `info` are the labels of bag-info.txt besides Payload-Oxum. */
  async close(info: readonly (readonly [string, string])[], readme: string): Promise<BagTotals> {
    const { payload } = this;
    const bytes = payload.reduce((sum, { size }) => sum + size, 0);
    const oxum = `${bytes}.${payload.length}`;
    await this.addText('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    await this.addText('bag-info.txt', tagFileText([...info, ['Payload-Oxum', oxum]]));
    await this.addText('README.txt', readme);
    await this.addText('verify.html', await verifyPage());
    for (const algorithm of ['sha256', 'sha512'] as const) await this.addText(`manifest-${algorithm}.txt`, listed(payload, algorithm));
    const tags = this.#files.filter(({ path }) => !path.startsWith('data/'));
    const { sha256 } = await this.addText('tagmanifest-sha256.txt', listed(tags, 'sha256'));
    await this.addText('tagmanifest-sha512.txt', listed(tags, 'sha512'));
    await this.#sink.finish();
    return { payloadFiles: payload.length, bytes: this.#files.reduce((sum, { size }) => sum + size, 0), tagManifestSha256: sha256, oxum };
  }

  async #add(path: string, source: Chunks, packed: boolean): Promise<Written> {
    this.#signal.throwIfAborted();
    const sha256 = createHash('sha256');
    const sha512 = createHash('sha512');
    let size = 0;
    const watch = this.#watch?.(path);
    const [signal, onBytes] = [this.#signal, this.#onBytes];
    async function* watched(): AsyncGenerator<Uint8Array> {
      for await (const chunk of source) {
        signal.throwIfAborted();
        sha256.update(chunk);
        sha512.update(chunk);
        size += chunk.byteLength;
        watch?.write(chunk);
        yield chunk;
        onBytes(chunk.byteLength);
      }
    }
    await this.#sink.add(path, watched(), packed);
    watch?.end();
    const written = { path, sha256: sha256.digest('hex'), sha512: sha512.digest('hex'), size };
    this.#files.push(written);
    return written;
  }
}

function listed(files: readonly Written[], algorithm: 'sha256' | 'sha512'): string {
  return manifestText(files.map((file) => ({ digest: file[algorithm], path: file.path })));
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.byteLength > 0) yield bytes;
}

/** Joins short lines into pieces worth hashing and writing. */
async function* buffered(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let waiting: string[] = [];
  let length = 0;
  for await (const line of lines) {
    waiting.push(line);
    length += line.length;
    if (length < 1 << 18) continue;
    yield Buffer.from(waiting.join(''), 'utf8');
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.from(waiting.join(''), 'utf8');
}
