import type { CaptureOptions } from '#shared/model/capture.ts';
import type { Json } from '#shared/model/primitives.ts';
import { queueEntry, type QueueEntry } from '#shared/model/queue.ts';
import type { Tables } from '../db/tables.ts';

type Row = Tables['queueEntry'];

/** A row as the contract shows it. Options of an older version get the newer ones' defaults. */
export function toEntry(row: Row & { title?: string | null }): QueueEntry {
  return queueEntry.parse({ title: null, ...row, ...entryPayload(row) });
}

/** A row as the journal records it: what is JSON in a column is itself here. */
export function entryPayload(row: Row): { [key: string]: Json } {
  return {
    ...row,
    options: JSON.parse(row.options) as Json,
    error: row.error === null ? null : (JSON.parse(row.error) as Json),
    cleared: row.cleared === 1,
  };
}

export function optionsText(options: CaptureOptions): string {
  return JSON.stringify(options);
}
