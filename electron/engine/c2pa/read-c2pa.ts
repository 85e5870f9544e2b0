import { toErrorData } from '#shared/errors.ts';
import type { Reading, ReadingJob } from '../import/reading.ts';
import { describeManifest } from './describe-manifest.ts';
import { findManifest } from './find-manifest.ts';

/**
 * Adds a file's C2PA manifest store to what was read of it: the store as a file of its own (role `c2pa`), and what it
 * says as facts. It is the file's word; nothing in Holdfast leans on it. A file without one is as it was.
 */
export async function withC2pa(reading: Reading, { received, sniffed }: Pick<ReadingJob, 'received' | 'sniffed'>): Promise<Reading> {
  const store = await look(received.path, sniffed.mediaType);
  if (store === null) return reading;
  const tool = { name: 'holdfast', version: '1', parameters: { from: sniffed.mediaType } };
  return {
    ...reading,
    facts: { ...reading.facts, c2pa: describeManifest(store) },
    derived: [...reading.derived, { key: 'c2pa', role: 'c2pa', suffix: '.c2pa', mediaType: 'application/c2pa', bytes: store, tool }],
  };
}

/** A file that is built wrongly has no store; a disk that cannot be read is told by whoever keeps the file. */
async function look(path: string, mediaType: string): Promise<Buffer | null> {
  try {
    return await findManifest(path, mediaType);
  } catch (error) {
    if (toErrorData(error).code !== 'internal') throw error;
    return null;
  }
}
