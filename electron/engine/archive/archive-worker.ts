/** The entry of the archive thread: looks through a WARC or WACZ once and says what is where. */
import { parentPort } from 'node:worker_threads';
import { answerTask } from '../worker/answer-task.ts';
import type { ArchiveIndexed, IndexTask } from './archive-model.ts';
import { indexArchive } from './index-archive.ts';

const TELL_EVERY_MS = 200;
let toldAt = 0;

await answerTask<IndexTask, ArchiveIndexed>((task) =>
  indexArchive(task, (share) => {
    const now = performance.now();
    if (now - toldAt < TELL_EVERY_MS) return;
    toldAt = now;
    parentPort?.postMessage({ progress: share });
  }),
);
