/** Hashes files off the engine's thread. Runs from its own source text, so that no bundler has to know where a worker file lies. */
import { Worker } from 'node:worker_threads';

/** `failed` is the system's error code (`ENOENT`, `EACCES`, `EIO`...) or `not-a-file`. */
export type FileHash = { sha256: string; size: number } | { failed: string };
export type HashAnswer = { kind: 'progress'; bytes: number } | { kind: 'batch'; hashes: FileHash[]; bytes: number };

/** Takes batches of paths; answers each batch in its order, with progress inside large files. */
export function startHashWorker(): Worker {
  return new Worker(`(${body.toString()})()`, { eval: true });
}

/** Self-contained: may use nothing from outside its own braces. Memory is one buffer of 1 MiB whatever the file. */
function body(): void {
  const fs = process.getBuiltinModule('node:fs');
  const { createHash } = process.getBuiltinModule('node:crypto');
  const { parentPort } = process.getBuiltinModule('node:worker_threads');
  const buffer = Buffer.allocUnsafe(1 << 20);
  let bytes = 0;

  const hashFile = (path: string): FileHash => {
    if (!fs.lstatSync(path).isFile()) return { failed: 'not-a-file' };
    const file = fs.openSync(path, 'r');
    try {
      const hash = createHash('sha256');
      let size = 0;
      for (let read = fs.readSync(file, buffer); read > 0; read = fs.readSync(file, buffer)) {
        hash.update(buffer.subarray(0, read));
        size += read;
        bytes += read;
        if (bytes < 1 << 24) continue;
        parentPort?.postMessage({ kind: 'progress', bytes });
        bytes = 0;
      }
      return { sha256: hash.digest('hex'), size };
    } finally {
      fs.closeSync(file);
    }
  };
  const tryHash = (path: string): FileHash => {
    try {
      return hashFile(path);
    } catch (error) {
      return { failed: String((error as { code?: unknown }).code ?? error) };
    }
  };

  parentPort?.on('message', (batch: string[]) => {
    const hashes = batch.map(tryHash);
    parentPort.postMessage({ kind: 'batch', hashes, bytes });
    bytes = 0;
  });
}
