import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { HoldfastError } from '#shared/errors.ts';
import type { BadRecord, Part } from './archive-model.ts';
import type { FileWindow } from './file-window.ts';
import { GzipProblem, inflateMember } from './gzip-member.ts';

/** A part is unpacked to disk only where nothing else will do; more than this is refused. */
const MOST_BYTES = 64 * 1024 ** 3;

/**
 * A WARC that was packed as one, unpacked into `target`, up to where its packing breaks.
 * @throws HoldfastError archive-unsafe for a bomb
 */
export async function unpackPart(file: FileWindow, part: Part, target: string, bad: (record: BadRecord) => void): Promise<Part> {
  const out = createWriteStream(target);
  let size = 0;
  try {
    for (let at = part.start; at < part.end;) {
      const inflating = inflateMember(file, at, part.end);
      for (let step = await inflating.next(); ; step = await inflating.next()) {
        if (step.done === true) {
          at = step.value.next;
          break;
        }
        size += step.value.length;
        if (size > MOST_BYTES) throw new HoldfastError('archive-unsafe', { problem: 'it unpacks to more than 64 GB' });
        if (!out.write(step.value)) await once(out, 'drain');
      }
    }
  } catch (error) {
    if (!(error instanceof GzipProblem)) throw error;
    if (error.reason === 'expands-too-much') throw new HoldfastError('archive-unsafe', { problem: `it unpacks to ${error.message}` });
    bad({ part: part.name, offset: 0, recordId: null, url: null, reason: error.reason, detail: `packed as one; ${error.message}` });
  } finally {
    out.end();
    await once(out, 'close');
  }
  return { name: part.name, path: target, start: 0, end: size };
}
