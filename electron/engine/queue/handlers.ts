import type { CaseHandlers } from '../handlers.ts';
import { addEntries } from './add-entries.ts';
import { askQueue, readAsked } from './ask-queue.ts';
import { cancelEntries, clearEntries, retryEntries } from './change-entries.ts';
import { failEntry } from './end-entry.ts';
import { listEntries, nextEntry } from './list-entries.ts';

export const queueCalls = {
  'queue.add': addEntries,
  'queue.list': listEntries,
  'queue.retry': retryEntries,
  'queue.cancel': cancelEntries,
  'queue.clear': clearEntries,
  'queue.asked': (ctx) => readAsked(ctx),
  'queue.ask': async (ctx, input) => {
    await askQueue(ctx, input);
    return {};
  },
  'queue.next': nextEntry,
  'queue.fail': failEntry,
} satisfies Partial<CaseHandlers>;
